// Who answers criteria, and for how long: whoever does the desk's work on the lead, until it is closed. After
// consent the site goes on screening, so answers still change there; the signature then shows it.
import { canWorkOnLead, type LeadForPolicy } from "../leads/lead-policy";
import { consentedStatuses, type LeadStatus, openLeadStatuses } from "../leads/lead-status";
import type { Viewer } from "../people/viewer";

/** Why answers rest as they are in this status; undefined: they may be given and changed. */
export function answerRefusal(status: LeadStatus): string | undefined {
  if (openLeadStatuses.includes(status)) return undefined;
  return consentedStatuses.includes(status)
    ? "Screening is over for this person, so the answers stay as they were. What is found out now belongs into the study's own records."
    : "This lead is closed, so its answers stay as they were. Open it again by its status, then answer.";
}

export function canAnswer(viewer: Viewer, lead: LeadForPolicy): boolean {
  return canWorkOnLead(viewer, lead) && answerRefusal(lead.status) === undefined;
}

/** Whose first answer begins the pre-screening. */
export function beginsPreScreening(status: LeadStatus): boolean {
  return status === "new" || status === "contacting";
}
