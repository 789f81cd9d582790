// Who may do what with a lead, as sentences. The answers travel with the record, so no screen
// re-invents a rule.
import { hasRole, type Viewer } from "../people/viewer";
import { visitStatuses } from "../visits/visit-states";
import { consentedStatuses, type LeadStatus } from "./lead-status";

export interface LeadForPolicy {
  readonly siteId: number;
  readonly status: LeadStatus;
  readonly doNotContact: boolean;
  /** Nothing is left to work on. */
  readonly erasedAt: string | null;
  /** Another lead goes on in its place. */
  readonly mergedIntoId?: number | null;
}

/** Everybody with a role at the lead's site sees it. */
export function canSeeLead(viewer: Viewer, lead: LeadForPolicy): boolean {
  return hasRole(viewer, lead.siteId, "coordinator", "investigator", "admin");
}

/** Coordinators and admins of the site do the desk's work; on an erased or merged lead there is none. */
export function canWorkOnLead(viewer: Viewer, lead: LeadForPolicy): boolean {
  return isWorkedOn(lead) && hasRole(viewer, lead.siteId, "coordinator", "admin");
}

/** Whoever sees a lead may keep private notes on it, until the person is erased. */
export function canWriteNote(viewer: Viewer, lead: LeadForPolicy): boolean {
  return isWorkedOn(lead) && canSeeLead(viewer, lead);
}

/** Admins of the site answer people who ask for a copy of their data, or to be erased. */
export function canServeDataRights(viewer: Viewer, lead: LeadForPolicy): boolean {
  return isWorkedOn(lead) && hasRole(viewer, lead.siteId, "admin");
}

function isWorkedOn({ erasedAt, mergedIntoId = null }: LeadForPolicy): boolean {
  return erasedAt === null && mergedIntoId === null;
}

export interface LeadAbilities {
  readonly changeStatus: boolean;
  readonly logContact: boolean;
  readonly setFollowUp: boolean;
  /** Plan a visit at the site. */
  readonly planVisit: boolean;
  /** The number that the study knows the person by. */
  readonly setScreeningNumber: boolean;
  readonly assign: boolean;
  /** Put facts about the person right. */
  readonly edit: boolean;
  readonly writeNote: boolean;
  /** Hand out a copy of what is held about the person, or erase them. */
  readonly serveDataRights: boolean;
}

export function leadAbilities(viewer: Viewer, lead: LeadForPolicy): LeadAbilities {
  const works = canWorkOnLead(viewer, lead);
  return {
    changeStatus: works,
    logContact: works && !lead.doNotContact,
    setFollowUp: works && lead.status !== "invalid",
    planVisit: works && visitStatuses.includes(lead.status),
    setScreeningNumber: works && consentedStatuses.includes(lead.status),
    assign: works,
    edit: works,
    writeNote: canWriteNote(viewer, lead),
    serveDataRights: canServeDataRights(viewer, lead),
  };
}
