// Tells a reader of the studies that opened and fit what they asked for: each once, with its study centres
// and how far they are. The subject names no condition: it may be read over a shoulder.
import type { PublicLanguage } from "@studydesk/domain/public-language";
import type { AlertArea, AlertWish } from "@studydesk/domain/subscriptions/subscription";
import { distanceWords, wishWords } from "@studydesk/domain/subscriptions/wish-words";
import type { MailTemplate } from "../render-mail";
import { mailTexts } from "../texts/texts";
import { MailButton, MailLayout } from "./mail-layout";

export interface AlertStudy {
  title: string;
  /** Of the title; the registry's is English. */
  titleLanguage: PublicLanguage;
  url: string;
  isReopened: boolean;
  centres: readonly {
    name: string;
    city: string;
    /** How far from the town that was asked for, rounded as people say it. */
    distance?: { km: number; from: AlertArea };
  }[];
}

export interface StudyAlertProps {
  language: PublicLanguage;
  studies: readonly AlertStudy[];
  /** Whose wishes these studies fit, each with the link that changes it. */
  wishes: readonly { wish: AlertWish; url: string }[];
  stopAllUrl: string;
}

export function studyAlert(props: StudyAlertProps): MailTemplate {
  const { language, studies, wishes, stopAllUrl } = props;
  const t = mailTexts[language].alerts.alert;
  const centreLine = ({ name, city, distance }: AlertStudy["centres"][number]) =>
    [
      t.centre(name, city),
      ...(distance ? [t.distance(distanceWords(language, distance.km), distance.from.name)] : []),
    ].join(" · ");
  return {
    subject: t.subject(studies.length),
    text: [
      t.title(studies.length),
      t.intro,
      ...studies.map(({ title, url, isReopened, centres }) =>
        [title, ...(isReopened ? [t.reopened] : []), ...centres.map(centreLine), url].join("\n"),
      ),
      t.free,
      `--\n${t.yourAlerts}`,
      ...wishes.map(({ wish, url }) => `${wishWords(language, wish)}\n${t.change}\n${url}`),
      `${t.stopAll}\n${stopAllUrl}`,
      t.footer,
    ],
    html: (
      <MailLayout language={language} title={t.title(studies.length)} footer={t.footer}>
        <p>{t.intro}</p>
        {studies.map((study) => (
          <section
            key={study.url}
            style={{ margin: "20px 0 0", borderTop: "1px solid #e2ded4", padding: "12px 0 0" }}
          >
            <h2 style={{ margin: "0 0 8px", fontSize: "17px", lineHeight: 1.35 }}>
              <span lang={study.titleLanguage} dir="auto">
                {study.title}
              </span>
            </h2>
            {study.isReopened && <p style={{ margin: "0 0 8px" }}>{t.reopened}</p>}
            {study.centres.map((centre) => (
              <p key={`${centre.name} ${centre.city}`} style={{ margin: "0 0 4px" }}>
                {centreLine(centre)}
              </p>
            ))}
            <MailButton href={study.url}>{t.read}</MailButton>
          </section>
        ))}
        <p>{t.free}</p>
        <h2 style={{ margin: "24px 0 8px", fontSize: "16px" }}>{t.yourAlerts}</h2>
        {wishes.map(({ wish, url }) => (
          <p key={url} style={{ margin: "0 0 8px" }}>
            {wishWords(language, wish)}
            <br />
            <a href={url}>{t.change}</a>
          </p>
        ))}
        <p>
          <a href={stopAllUrl}>{t.stopAll}</a>
        </p>
      </MailLayout>
    ),
  };
}
