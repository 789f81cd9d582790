// Reminds somebody of the team of follow-ups that fell due. Numbers and links alone: who it is, and what
// for, stands on the desk.
import type { MailTemplate } from "../render-mail";
import { MailButton, MailLayout } from "./mail-layout";

export interface FollowUpReminderProps {
  /** The oldest first, at least one. */
  leads: readonly { leadNumber: number; leadUrl: string }[];
  /** The list of all that is due. */
  dueUrl: string;
  /** Where such mail is turned off. */
  settingsUrl: string;
}

const mostListed = 20;

export function followUpReminder({
  leads,
  dueUrl,
  settingsUrl,
}: FollowUpReminderProps): MailTemplate {
  const listed = leads.slice(0, mostListed);
  const more = leads.length - listed.length;
  const [first] = leads;
  const title =
    leads.length === 1 && first
      ? `The follow-up of lead ${first.leadNumber} is due`
      : `${leads.length} follow-ups are due`;
  const moreWords = more > 0 ? `and ${more} more` : "";
  const footer = `You get this mail because these leads are yours, or nobody's yet. Turn it off in your account: ${settingsUrl}`;
  return {
    subject: title,
    text: [
      "Fell due just now:",
      listed.map(({ leadNumber, leadUrl }) => `Lead ${leadNumber}: ${leadUrl}`).join("\n"),
      ...(moreWords ? [moreWords] : []),
      `All that is due: ${dueUrl}`,
      `--\n${footer}`,
    ],
    html: (
      <MailLayout language="en" title={title} footer={footer}>
        <ul style={{ paddingLeft: "20px" }}>
          {listed.map(({ leadNumber, leadUrl }) => (
            <li key={leadNumber}>
              <a href={leadUrl}>Lead {leadNumber}</a>
            </li>
          ))}
        </ul>
        {moreWords ? <p>{moreWords}</p> : null}
        <MailButton href={dueUrl}>Open what is due</MailButton>
      </MailLayout>
    ),
  };
}
