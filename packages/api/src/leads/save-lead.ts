// What every change to a lead has in common: it is found within the viewer's sites, it was made on the
// version that is there, and activity, audit and event are written with it or not at all.
import { addAudit } from "@studydesk/db/audit/audit-queries";
import { addActivity } from "@studydesk/db/leads/activity-queries";
import {
  addLeadChange,
  type LeadChangeOrigin,
  listColumnsChangedSince,
} from "@studydesk/db/leads/lead-change-queries";
import { findLead, type LeadChanges, moveLead } from "@studydesk/db/leads/lead-queries";
import type { LeadRecord } from "@studydesk/db/leads/lead-record";
import type { Db } from "@studydesk/db/open-database";
import type { AuditAction } from "@studydesk/domain/audit/audit-actions";
import type { AuditDetails } from "@studydesk/domain/audit/audit-entry";
import { DomainError, notFound, staleVersion } from "@studydesk/domain/errors";
import type { Activity } from "@studydesk/domain/leads/activity";
import { canWorkOnLead } from "@studydesk/domain/leads/lead-policy";
import { siteIdsOf, type Viewer } from "@studydesk/domain/people/viewer";
import { recordChange } from "../record-change";

/** Throws not_found for a lead of another site. */
export async function getLead(db: Db, viewer: Viewer, leadId: number): Promise<LeadRecord> {
  const lead = await findLead(db, siteIdsOf(viewer), leadId);
  if (!lead) throw notFound("lead");
  return lead;
}

/** Throws not_found, rule_broken, forbidden. */
export async function getLeadToWorkOn(
  trx: Db,
  viewer: Viewer,
  leadId: number,
): Promise<LeadRecord> {
  const lead = await getLead(trx, viewer, leadId);
  refuseErased(lead);
  refuseMerged(lead);
  if (canWorkOnLead(viewer, lead)) return lead;
  throw new DomainError(
    "forbidden",
    "Coordinators and admins of this site work on its leads. Ask one of them to do this.",
  );
}

/**
 * The lead to be changed in these columns. It may have moved on since the viewer saw it, as long as nobody
 * wrote to the same columns meanwhile. Throws not_found, rule_broken, forbidden, conflict.
 */
export async function getLeadToChange(
  trx: Db,
  viewer: Viewer,
  input: { leadId: number; expectedVersion: number },
  columns: readonly (keyof LeadChanges)[],
): Promise<LeadRecord> {
  const lead = await getLeadToWorkOn(trx, viewer, input.leadId);
  if (lead.version === input.expectedVersion) return lead;
  const changed = await listColumnsChangedSince(trx, lead, input.expectedVersion);
  if (!changed || columns.some((column) => changed.has(column))) {
    throw staleVersion("lead", lead.version);
  }
  return lead;
}

/** Throws rule_broken: whoever has the lead in front of them learns what became of it. */
export function refuseErased(lead: LeadRecord): void {
  if (lead.erasedAt === null) return;
  throw new DomainError(
    "rule_broken",
    "This lead was erased. There is nothing left to work on; go on with the next.",
    { reason: "erased" },
  );
}

/** Throws rule_broken: the work goes on in the lead that this one was merged into. */
export function refuseMerged({ mergedIntoId }: LeadRecord): void {
  if (mergedIntoId === null) return;
  throw new DomainError(
    "rule_broken",
    `This lead was merged into #${mergedIntoId}. Go on there, or undo the merge on this lead's page.`,
    { reason: "merged", details: { leadId: mergedIntoId } },
  );
}

/**
 * Saves over the version that was read, and keeps what it wrote over; gives that change's id, by which it
 * can be taken back. Throws conflict when somebody was quicker.
 */
export async function saveLead(
  trx: Db,
  viewer: Viewer,
  lead: LeadRecord,
  changes: LeadChanges,
  at: string,
  origin: LeadChangeOrigin = {},
): Promise<number> {
  const { id, version } = lead;
  if (await moveLead(trx, { id, version, changes })) {
    return addLeadChange(trx, lead, changes, { ...origin, at, byUserId: viewer.userId });
  }
  throw staleVersion("lead", (await getLead(trx, viewer, id)).version);
}

export interface LeadChangeRecord {
  lead: LeadRecord;
  /** ISO-8601 UTC. */
  at: string;
  /** Oldest first: the last one stands on top of the timeline. */
  activities: readonly Activity[];
  action: AuditAction;
  /** Ids, closed words, times; no names, no free text. */
  details: AuditDetails;
}

/** How a change is made: at which moment, and by which job when it is one of many. */
export interface LeadWork {
  now: Date;
  jobId?: number | undefined;
  /** Whoever changes many tells of them together. */
  quiet?: boolean;
}

/** The name that a job's changes carry. */
export function batchOf({ jobId }: Pick<LeadWork, "jobId">): string | undefined {
  return jobId === undefined ? undefined : `job-${jobId}`;
}

/**
 * Tells the team, the audit chain and the open screens, in the change's own transaction. `quiet` leaves
 * out the event, and so does a job: whoever changes many leads tells of them together (`tellOfManyLeads`).
 */
export async function recordLeadChange(
  trx: Db,
  viewer: Viewer,
  { lead, at, activities, action, details }: LeadChangeRecord,
  { quiet = false, jobId }: { quiet?: boolean; jobId?: number | undefined } = {},
): Promise<void> {
  const { userId } = viewer;
  for (const activity of activities) {
    await addActivity(trx, { leadId: lead.id, at, byUserId: userId, activity });
  }
  const change = {
    at,
    actorId: userId,
    action,
    subject: "lead",
    subjectId: String(lead.id),
    siteId: lead.siteId,
    details: { ...details, ...(jobId === undefined ? {} : { jobId }) },
  } as const;
  if (quiet || jobId !== undefined) await addAudit(trx, change);
  else await recordChange(trx, change);
}
