// The link for a new password. Whoever holds it can set one, so it is named as something to keep to oneself.
import type { MailTemplate } from "../render-mail";
import { MailButton, MailLayout } from "./mail-layout";

export function passwordResetMail({ resetUrl }: { resetUrl: string }): MailTemplate {
  const title = "A new password for Studydesk";
  const what =
    "Somebody, most likely you, asked for a new password for your account. Open the link to choose one.";
  const until =
    "The link works once, for one hour; one that you asked for before works no longer. Please keep it to yourself: whoever holds it could set your password.";
  const notMine =
    "If you did not ask for it, there is nothing to do: your password stays as it is, and the link ends by itself.";
  const footer = "You get this mail because you have an account on this desk.";
  return {
    subject: title,
    text: [what, resetUrl, until, notMine, `--\n${footer}`],
    html: (
      <MailLayout language="en" title={title} footer={footer}>
        <p>{what}</p>
        <MailButton href={resetUrl}>Choose a new password</MailButton>
        <p style={{ fontSize: "13px", overflowWrap: "anywhere" }}>{resetUrl}</p>
        <p>{until}</p>
        <p>{notMine}</p>
      </MailLayout>
    ),
  };
}
