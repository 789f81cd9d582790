// The copy that a visitor gets of what they sent, in the language of the page they sent it from: who has
// it now, and what happens next. It alone says that somebody wrote before; the web page's answer never does.
import { isolate } from "@studydesk/domain/isolate";
import { fullName } from "@studydesk/domain/leads/full-name";
import type { PublicLanguage } from "@studydesk/domain/public-language";
import type { MailTemplate } from "../render-mail";
import { mailTexts } from "../texts/texts";
import { MailButton, type MailFact, MailFacts, MailLayout } from "./mail-layout";

export interface MessageCopyProps {
  language: PublicLanguage;
  studyTitle: string;
  studyUrl: string;
  siteName: string;
  siteCity: string;
  promiseHours: number;
  hadWrittenBefore: boolean;
  /** The person's own page; this mail alone tells them of it. */
  statusUrl: string;
  sent: {
    firstName: string;
    lastName: string;
    email: string;
    phone: string;
    /** The spoken language's name. */
    language: string | null;
    message: string | null;
  };
}

export function messageCopy(props: MessageCopyProps): MailTemplate {
  const { language, sent, siteName, promiseHours } = props;
  const t = mailTexts[language].messageCopy;
  const title = t.title(siteName);
  const name = fullName(sent);
  const hello = t.hello({ firstName: sent.firstName, fullName: name });
  const thanks = t.thanks(siteName, props.siteCity);
  const next = t.next(
    promiseHours < 48 ? t.withinHours(promiseHours) : t.withinDays(Math.round(promiseHours / 24)),
  );
  const facts: MailFact[] = [
    [t.facts.study, props.studyTitle],
    [t.facts.name, name],
    [t.facts.email, sent.email, "ltr"],
    [t.facts.phone, sent.phone, "ltr"],
    ...(sent.language ? [[t.facts.language, sent.language] satisfies MailFact] : []),
    ...(sent.message ? [[t.facts.message, sent.message] satisfies MailFact] : []),
  ];
  return {
    subject: t.subject(siteName),
    text: [
      hello,
      thanks,
      ...(props.hadWrittenBefore ? [t.again] : []),
      next,
      `${t.whatYouSent}${t.colon.trim()}\n${facts.map(([fact, value]) => factLine(props.language, `${fact}${t.colon}`, value)).join("\n")}`,
      t.changed,
      `${t.ownPage}\n${props.statusUrl}`,
      t.keepToYourself,
      // On a line of its own, so that no mark of direction can slip into the link.
      `${t.studyPage}${t.colon.trim()}\n${props.studyUrl}`,
      t.urgent,
      `--\n${t.footer}`,
    ],
    html: (
      <MailLayout language={language} title={title} footer={t.footer}>
        <p>{hello}</p>
        <p>{thanks}</p>
        {props.hadWrittenBefore && <p>{t.again}</p>}
        <p>{next}</p>
        <h2 style={{ margin: "20px 0 0", fontSize: "16px" }}>{t.whatYouSent}</h2>
        <MailFacts facts={facts} />
        <p>{t.changed}</p>
        <p>{t.ownPage}</p>
        <MailButton href={props.statusUrl}>{t.openOwnPage}</MailButton>
        <p>{t.keepToYourself}</p>
        <p>
          <a href={props.studyUrl}>{t.readAgain}</a>
        </p>
        <p>{t.urgent}</p>
      </MailLayout>
    ),
  };
}

/** Marks of direction end with the line, so a text of several lines stands under its name. */
function factLine(language: PublicLanguage, name: string, value: string): string {
  return value.includes("\n")
    ? `${name.trimEnd()}\n${value}`
    : `${name}${isolate(language, value)}`;
}
