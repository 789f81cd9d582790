// What every mail to a site's team has in common. Team mailboxes are read by many: a lead is a number here,
// and no field for anything about the person exists.
import type { MailTemplate } from "../render-mail";
import { MailButton, MailFacts, MailLayout } from "./mail-layout";

export interface LeadOfTeam {
  studyTitle: string;
  siteName: string;
  leadNumber: number;
  leadUrl: string;
}

/** `note` stands below the way to the lead. */
export function teamAlert(
  lead: LeadOfTeam,
  words: { title: string; what: string; note?: string },
): MailTemplate {
  const { studyTitle, siteName, leadNumber, leadUrl } = lead;
  const { title, what, note } = words;
  const footer = `You get this mail because you work on the leads of ${siteName}.`;
  return {
    subject: `${title}: ${studyTitle}`,
    text: [
      what,
      `Study: ${studyTitle}\nSite: ${siteName}\nLead: ${leadNumber}`,
      `Open it: ${leadUrl}`,
      ...(note ? [note] : []),
      `--\n${footer}`,
    ],
    html: (
      <MailLayout language="en" title={title} footer={footer}>
        <p>{what}</p>
        <MailFacts
          facts={[
            ["Study", studyTitle],
            ["Site", siteName],
            ["Lead", String(leadNumber)],
          ]}
        />
        <MailButton href={leadUrl}>Open the lead</MailButton>
        {note ? <p>{note}</p> : null}
      </MailLayout>
    ),
  };
}
