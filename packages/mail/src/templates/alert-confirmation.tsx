// Asks whether somebody wants study alerts: nothing is sent to an address before its reader said yes. For
// a wish that was confirmed before it says that, instead; the page's answer is the same for both.
import type { AlertWish } from "@studydesk/domain/subscriptions/subscription";
import { wishWords } from "@studydesk/domain/subscriptions/wish-words";
import type { MailTemplate } from "../render-mail";
import { mailTexts } from "../texts/texts";
import { MailButton, MailLayout } from "./mail-layout";

export interface AlertConfirmationProps {
  wish: AlertWish;
  /** Leads to the confirmation, or to the preferences of what runs already. */
  url: string;
  isKnown: boolean;
}

export function alertConfirmation({ wish, url, isKnown }: AlertConfirmationProps): MailTemplate {
  const { language } = wish;
  const t = mailTexts[language].alerts;
  const { subject, title, asked, press, button } = isKnown ? t.known : t.confirm;
  const words = wishWords(language, wish);
  const until = isKnown ? [] : [t.confirm.until];
  return {
    subject,
    text: [asked, words, press, url, ...until, `--\n${t.onceOnly}`],
    html: (
      <MailLayout language={language} title={title} footer={t.onceOnly}>
        <p>{asked}</p>
        <p>
          <strong>{words}</strong>
        </p>
        <p>{press}</p>
        <MailButton href={url}>{button}</MailButton>
        {until.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </MailLayout>
    ),
  };
}
