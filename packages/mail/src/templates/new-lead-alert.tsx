// Tells a site's team that somebody wrote. Team mailboxes are read by many: no field for anything
// about the person exists here.
import type { MailTemplate } from "../render-mail";
import { MailButton, MailFacts, MailLayout } from "./mail-layout";

export interface NewLeadAlertProps {
  studyTitle: string;
  siteName: string;
  leadNumber: number;
  leadUrl: string;
  /** A further message of somebody who is on the desk already. */
  wroteAgain: boolean;
}

export function newLeadAlert(props: NewLeadAlertProps): MailTemplate {
  const title = props.wroteAgain
    ? `Lead ${props.leadNumber} wrote again`
    : `A new lead for ${props.siteName}`;
  const what = props.wroteAgain
    ? "Somebody who is on your desk already has sent another message. It is kept with the first."
    : "Somebody asked about a study of yours and waits to hear from you.";
  const why =
    "Who it is, and how to reach them, stands on the desk alone; it is never sent by mail.";
  const footer = `You get this mail because you work on the leads of ${props.siteName}.`;
  return {
    subject: `${title}: ${props.studyTitle}`,
    text: [
      what,
      `Study: ${props.studyTitle}\nSite: ${props.siteName}\nLead: ${props.leadNumber}`,
      `Open it: ${props.leadUrl}`,
      why,
      `--\n${footer}`,
    ],
    html: (
      <MailLayout language="en" title={title} footer={footer}>
        <p>{what}</p>
        <MailFacts
          facts={[
            ["Study", props.studyTitle],
            ["Site", props.siteName],
            ["Lead", String(props.leadNumber)],
          ]}
        />
        <MailButton href={props.leadUrl}>Open the lead</MailButton>
        <p>{why}</p>
      </MailLayout>
    ),
  };
}
