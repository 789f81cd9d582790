// What somebody of a study's team writes to a person, in the writer's own words; below it, who answers and how
// to say "do not contact me".
import type { PublicLanguage } from "@studydesk/domain/public-language";
import type { MailTemplate } from "../render-mail";
import { mailTexts } from "../texts/texts";
import { MailLayout } from "./mail-layout";

export interface LeadMessageProps {
  /** Of the lines below what was written. */
  language: PublicLanguage;
  /** BCP 47: of what was written. */
  bodyLanguage: string;
  subject: string;
  body: string;
  siteName: string;
  coordinatorName: string;
  /** The person's own page. */
  statusUrl: string;
}

export function leadMessage(props: LeadMessageProps): MailTemplate {
  const { language, subject, siteName, coordinatorName, statusUrl } = props;
  const t = mailTexts[language].leadMessage;
  const body = props.body.replaceAll("\r\n", "\n").trim();
  const answer = t.answer(coordinatorName);
  const footer = t.footer(siteName);
  return {
    subject,
    text: [body, `--\n${answer}`, `${t.ownPage}\n${statusUrl}`, footer],
    html: (
      <MailLayout language={language} title={subject} footer={footer}>
        {/* Line breaks stay as they were typed, and each line reads in the direction of its own letters. */}
        <div
          lang={props.bodyLanguage}
          dir="auto"
          style={{ whiteSpace: "pre-line", overflowWrap: "anywhere", unicodeBidi: "plaintext" }}
        >
          {body}
        </div>
        <hr style={{ margin: "24px 0 16px", border: 0, borderTop: "1px solid #e2ded4" }} />
        <p>{answer}</p>
        <p>
          {t.ownPage} <a href={statusUrl}>{t.openOwnPage}</a>
        </p>
      </MailLayout>
    ),
  };
}
