// The links to a person's own pages, asked for again. Only who reads the mailbox learns that there are
// any: the page where they were asked for says the same to everybody.
import type { PublicLanguage } from "@studydesk/domain/public-language";
import type { MailTemplate } from "../render-mail";
import { mailTexts } from "../texts/texts";
import { MailButton, MailLayout } from "./mail-layout";

export interface StatusLinkProps {
  language: PublicLanguage;
  /** Newest first. */
  requests: readonly { studyTitle: string; siteName: string; statusUrl: string }[];
}

export function statusLinkMail({ language, requests }: StatusLinkProps): MailTemplate {
  const t = mailTexts[language].statusLink;
  const named = requests.map(({ studyTitle, siteName, statusUrl }) => ({
    name: t.request(studyTitle, siteName),
    statusUrl,
  }));
  return {
    subject: t.subject,
    text: [
      t.asked,
      ...named.map(({ name, statusUrl }) => `${name}\n${statusUrl}`),
      t.keepToYourself,
      t.notYou,
      `--\n${t.footer}`,
    ],
    html: (
      <MailLayout language={language} title={t.title} footer={t.footer}>
        <p>{t.asked}</p>
        {named.map(({ name, statusUrl }) => (
          <div key={statusUrl}>
            <p style={{ margin: "20px 0 0", fontWeight: 600 }}>{name}</p>
            <MailButton href={statusUrl}>{t.open}</MailButton>
          </div>
        ))}
        <p>{t.keepToYourself}</p>
        <p>{t.notYou}</p>
      </MailLayout>
    ),
  };
}
