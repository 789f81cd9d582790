// The only way a visit leaves towards the desk.
import type { ListedVisit, StoredVisit } from "@studydesk/db/visits/visit-queries";
import type { LeadStatus } from "@studydesk/domain/leads/lead-status";
import type { VisitState } from "@studydesk/domain/visits/visit-states";

export interface VisitView {
  id: number;
  leadId: number;
  startsAt: string;
  minutes: number;
  place: string | null;
  note: string | null;
  state: VisitState;
  /** How often it was changed: named when it is changed again. */
  sequence: number;
  /** When the person was reminded by mail. */
  remindedAt: string | null;
}

export function toVisitView(visit: StoredVisit): VisitView {
  return {
    id: visit.id,
    leadId: visit.leadId,
    startsAt: visit.startsAt,
    minutes: visit.minutes,
    place: visit.place,
    note: visit.note,
    state: visit.state,
    sequence: visit.sequence,
    remindedAt: visit.remindedAt,
  };
}

/** A visit with whose it is. */
export interface VisitRow extends VisitView {
  firstName: string;
  lastName: string;
  status: LeadStatus;
  siteId: number;
  siteName: string;
  /** IANA zone: whose clock and days count. */
  siteTimeZone: string;
  ownerName: string | null;
}

export function toVisitRow(visit: ListedVisit): VisitRow {
  return {
    ...toVisitView(visit),
    firstName: visit.firstName,
    lastName: visit.lastName,
    status: visit.status,
    siteId: visit.siteId,
    siteName: visit.siteName,
    siteTimeZone: visit.siteTimeZone,
    ownerName: visit.ownerName,
  };
}
