// Tells somebody that how their account is opened was changed, since it may have been somebody else. No
// name, no site, no link that signs anybody in.
import type { MailTemplate } from "../render-mail";
import { MailButton, MailLayout } from "./mail-layout";

export type AccountChange =
  | "password_reset"
  | "second_factor_on"
  | "second_factor_off"
  | "second_factor_reset";

const words: Readonly<Record<AccountChange, { title: string; what: string }>> = {
  password_reset: {
    title: "Your password was changed",
    what: "The password of your account was changed by a link that was sent to this address or made by whoever runs the desk. Every screen where you were signed in is signed out.",
  },
  second_factor_on: {
    title: "Your account asks for a code now",
    what: "An authenticator app was set up for your account. From now on signing in asks for its code besides your password. Your other screens are signed out.",
  },
  second_factor_off: {
    title: "Your account asks for no code any more",
    what: "The second factor of your account was turned off: the password alone signs you in. Your other screens are signed out.",
  },
  second_factor_reset: {
    title: "Your second factor was taken away",
    what: "Whoever looks after accounts took away the second factor of yours: your authenticator app and your recovery codes work no longer. Every screen where you were signed in is signed out. Sign in with your password; if your roles ask for a second factor, you set up a new one then.",
  },
};

export interface AccountChangedProps {
  change: AccountChange;
  accountUrl: string;
}

export function accountChangedMail({ change, accountUrl }: AccountChangedProps): MailTemplate {
  const { title, what } = words[change];
  const mine = "If that was you, or you asked for it, there is nothing to do.";
  const notMine = "If not, tell an admin of your site or the owner now, and change your password.";
  const footer = "You get this mail because you have an account on this desk.";
  return {
    subject: title,
    text: [what, mine, notMine, `Your account: ${accountUrl}`, `--\n${footer}`],
    html: (
      <MailLayout language="en" title={title} footer={footer}>
        <p>{what}</p>
        <p>{mine}</p>
        <p>{notMine}</p>
        <MailButton href={accountUrl}>Look at your account</MailButton>
      </MailLayout>
    ),
  };
}
