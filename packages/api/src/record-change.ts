// What a change leaves behind besides the change itself, in the same transaction: a row of the audit
// chain, and the event that open screens hear of. Whoever only looks leaves an audit row alone.
import { addAudit, type NewAuditEntry } from "@studydesk/db/audit/audit-queries";
import { addEvent } from "@studydesk/db/events";
import type { Db } from "@studydesk/db/open-database";
import type { EventKind } from "@studydesk/db/schema/outbox";

const eventKinds = {
  lead: "lead",
  study: "study",
  share: "share",
  view: "view",
  site: "people",
  person: "people",
} as const satisfies Record<string, EventKind>;

export type Change = NewAuditEntry & { subject: keyof typeof eventKinds };

/**
 * Many leads of these sites changed in one go: one event for each site, in place of one for each lead.
 * Their audit rows are written with `recordLeadChange(…, { quiet: true })`.
 */
export async function tellOfManyLeads(
  trx: Db,
  many: { siteIds: readonly number[]; at: string; byUserId: string | null },
): Promise<void> {
  const { at, byUserId } = many;
  for (const siteId of new Set(many.siteIds)) {
    await addEvent(trx, { at, kind: "leads", subjectId: String(siteId), siteId, byUserId });
  }
}

/** Call it last: on PostgreSQL the chain's lock is held from here to the commit. */
export async function recordChange(trx: Db, change: Change): Promise<void> {
  const { at, subject, subjectId, siteId, actorId } = change;
  await addAudit(trx, change);
  await addEvent(trx, { at, kind: eventKinds[subject], subjectId, siteId, byUserId: actorId });
}
