// Invites somebody to work at a site. The link is the invitation: it is named as something to keep to
// oneself, and when it ends is said in the site's own time.
import type { MailTemplate } from "../render-mail";
import { MailButton, MailLayout } from "./mail-layout";

export interface InvitationMailProps {
  siteName: string;
  roleLabel: string;
  acceptUrl: string;
  /** ISO time. */
  expiresAt: string;
  /** The site's IANA zone. */
  timeZone: string;
}

export function invitationMail(props: InvitationMailProps): MailTemplate {
  const title = `You are invited to work with ${props.siteName}`;
  const what = `The team of ${props.siteName} would like you to join them on Studydesk as ${props.roleLabel.toLowerCase()}. Studydesk is where they look after the people who ask about their studies.`;
  const how =
    "Open the link and choose a password, or sign in with the one you have. You can then start at once.";
  const until = `The link works once, until ${expiryWords(props.expiresAt, props.timeZone)}. Please keep it to yourself: whoever holds it could take your place.`;
  const footer =
    "You get this mail because an admin of the site entered your address. If you do not know the site, leave the link alone; it ends by itself.";
  return {
    subject: title,
    text: [what, how, props.acceptUrl, until, `--\n${footer}`],
    html: (
      <MailLayout language="en" title={title} footer={footer}>
        <p>{what}</p>
        <p>{how}</p>
        <MailButton href={props.acceptUrl}>Accept the invitation</MailButton>
        <p style={{ fontSize: "13px", overflowWrap: "anywhere" }}>{props.acceptUrl}</p>
        <p>{until}</p>
      </MailLayout>
    ),
  };
}

function expiryWords(iso: string, timeZone: string): string {
  return new Intl.DateTimeFormat("en-GB", {
    weekday: "long",
    day: "numeric",
    month: "long",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    timeZone,
    timeZoneName: "short",
  }).format(new Date(iso));
}
