// Tells a site's team that a person took back the consent to be contacted, or had themselves erased, so
// that nobody calls any more. As every mail to the team it names a number alone.
import type { MailTemplate } from "../render-mail";
import { MailButton, MailFacts, MailLayout } from "./mail-layout";

export interface LeadEndedAlertProps {
  how: "consent_withdrawn" | "erased";
  studyTitle: string;
  siteName: string;
  leadNumber: number;
  leadUrl: string;
}

const words = {
  consent_withdrawn: {
    title: (lead: number) => `Lead ${lead} took back the consent to be contacted`,
    what: "The person did so on their own status page. Do not call or write to them any more; no next step is set.",
  },
  erased: {
    title: (lead: number) => `Lead ${lead} was erased`,
    what: "The person asked for it on their own status page. Who it was is gone from the desk for good. If you keep something about them elsewhere (a list, a call log, a paper), it has to go, too.",
  },
} as const;

export function leadEndedAlert(props: LeadEndedAlertProps): MailTemplate {
  const { title: titleOf, what } = words[props.how];
  const title = titleOf(props.leadNumber);
  const footer = `You get this mail because you work on the leads of ${props.siteName}.`;
  return {
    subject: `${title}: ${props.studyTitle}`,
    text: [
      what,
      `Study: ${props.studyTitle}\nSite: ${props.siteName}\nLead: ${props.leadNumber}`,
      `Open it: ${props.leadUrl}`,
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
      </MailLayout>
    ),
  };
}
