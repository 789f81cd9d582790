// Tells a site's team that somebody wrote.
import type { MailTemplate } from "../render-mail";
import { type LeadOfTeam, teamAlert } from "./team-alert";

export interface NewLeadAlertProps extends LeadOfTeam {
  /** A further message of somebody who is on the desk already. */
  wroteAgain: boolean;
}

export function newLeadAlert({ wroteAgain, ...lead }: NewLeadAlertProps): MailTemplate {
  return teamAlert(lead, {
    title: wroteAgain ? `Lead ${lead.leadNumber} wrote again` : `A new lead for ${lead.siteName}`,
    what: wroteAgain
      ? "Somebody who is on your desk already has sent another message. It is kept with the first."
      : "Somebody asked about a study of yours and waits to hear from you.",
    note: "Who it is, and how to reach them, stands on the desk alone; it is never sent by mail.",
  });
}
