// Tells somebody that signing was locked for them, since it may have been somebody else at their screen. No
// lead, no site, no name: it says what happened and what to do.
import type { MailTemplate } from "../render-mail";
import { MailButton, MailLayout } from "./mail-layout";

export interface SigningLockedProps {
  /** In words, with its zone. */
  until: string;
  accountUrl: string;
}

export function signingLockedMail({ until, accountUrl }: SigningLockedProps): MailTemplate {
  const title = "Signing is locked for you";
  const what = `Somebody typed a wrong password several times where decisions are signed, from a screen where you are signed in. Signing is locked for you until ${until}; everything else goes on.`;
  const mine = "If that was you, wait until then. Nothing that you did is lost.";
  const notMine =
    "If it was not you, change your password now: that signs every other screen of yours out. Then tell an admin of your site.";
  const footer = "You get this mail because you sign decisions on this desk.";
  return {
    subject: title,
    text: [what, mine, notMine, `Change it here: ${accountUrl}`, `--\n${footer}`],
    html: (
      <MailLayout language="en" title={title} footer={footer}>
        <p>{what}</p>
        <p>{mine}</p>
        <p>{notMine}</p>
        <MailButton href={accountUrl}>Change the password</MailButton>
      </MailLayout>
    ),
  };
}
