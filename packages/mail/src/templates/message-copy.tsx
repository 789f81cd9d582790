// The copy that a visitor gets of what they sent: who has it now, and what happens next. It alone says
// that somebody wrote before; the web page's answer never does.
import type { MailTemplate } from "../render-mail";
import { MailFacts, MailLayout } from "./mail-layout";

export interface MessageCopyProps {
  studyTitle: string;
  studyUrl: string;
  siteName: string;
  siteCity: string;
  promiseHours: number;
  hadWrittenBefore: boolean;
  sent: {
    firstName: string;
    lastName: string;
    email: string;
    phone: string;
    /** The language's name. */
    language: string | null;
    message: string | null;
  };
}

export function messageCopy(props: MessageCopyProps): MailTemplate {
  const { sent, siteName, studyTitle } = props;
  const title = `${siteName} has your message`;
  const hello = `Hello ${sent.firstName},`;
  const thanks = `thank you for asking about a study. Your message is now with the study team at ${siteName} in ${props.siteCity}. This is your copy.`;
  const again =
    "You had written to us about this study before. We kept both messages, and the team sees them together, so you need not send anything again.";
  const next = `What happens next: somebody from the team will get in touch, usually ${promiseWords(props.promiseHours)}. They will tell you more about the study and ask a few questions. Asking does not commit you to anything; you can stop at any time, and you need not say why.`;
  const changed =
    "If something here is wrong, or you no longer want to be contacted, tell the person who calls you or send the form once more and say so.";
  const urgent =
    "Nobody reads this mailbox, and the team does not answer emergencies. If you feel unwell now, call your doctor or your local emergency number.";
  const footer =
    "You get this mail because this address was typed into the contact form of the study's page. If that was not you, you can ignore it.";
  const facts: [string, string][] = [
    ["Study", studyTitle],
    ["Name", `${sent.firstName} ${sent.lastName}`],
    ["E-mail", sent.email],
    ["Phone", sent.phone],
    ...(sent.language ? [["Language", sent.language] satisfies [string, string]] : []),
    ...(sent.message ? [["Message", sent.message] satisfies [string, string]] : []),
  ];
  return {
    subject: `Your message to ${siteName}`,
    text: [
      hello,
      thanks,
      ...(props.hadWrittenBefore ? [again] : []),
      next,
      `What you sent:\n${facts.map(([name, value]) => `${name}: ${value}`).join("\n")}`,
      changed,
      `The study's page: ${props.studyUrl}`,
      urgent,
      `--\n${footer}`,
    ],
    html: (
      <MailLayout title={title} footer={footer}>
        <p>{hello}</p>
        <p>{thanks}</p>
        {props.hadWrittenBefore && <p>{again}</p>}
        <p>{next}</p>
        <h2 style={{ margin: "20px 0 0", fontSize: "16px" }}>What you sent</h2>
        <MailFacts facts={facts} />
        <p>{changed}</p>
        <p>
          <a href={props.studyUrl}>Read about the study again</a>
        </p>
        <p>{urgent}</p>
      </MailLayout>
    ),
  };
}

function promiseWords(hours: number): string {
  if (hours < 48) return hours === 24 ? "within a day" : `within ${hours} hours`;
  return `within ${Math.round(hours / 24)} days`;
}
