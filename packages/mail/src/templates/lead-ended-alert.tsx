// Tells a site's team that a person took back the consent to be contacted, or had themselves erased, so
// that nobody calls any more.
import type { MailTemplate } from "../render-mail";
import { type LeadOfTeam, teamAlert } from "./team-alert";

export interface LeadEndedAlertProps extends LeadOfTeam {
  how: "consent_withdrawn" | "erased";
}

export function leadEndedAlert({ how, ...lead }: LeadEndedAlertProps): MailTemplate {
  if (how === "erased") {
    return teamAlert(lead, {
      title: `Lead ${lead.leadNumber} was erased`,
      what: "The person asked for it on their own status page. Who it was is gone from the desk for good. If you keep something about them elsewhere (a list, a call log, a paper), it has to go, too.",
    });
  }
  return teamAlert(lead, {
    title: `Lead ${lead.leadNumber} took back the consent to be contacted`,
    what: "The person did so on their own status page. Do not call or write to them any more; no next step is set.",
  });
}
