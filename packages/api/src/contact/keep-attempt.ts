// One attempt to reach a person, in the caller's transaction: past the gate, kept, and with what follows for
// the lead (counted, contacting, owned, the next try set). However it was made, this is the only way.

import { listAnswerCounts } from "@studydesk/db/contact/answer-count-queries";
import { addContactAttempt, listAttemptsBefore } from "@studydesk/db/leads/activity-queries";
import type { LeadChanges } from "@studydesk/db/leads/lead-queries";
import type { LeadRecord } from "@studydesk/db/leads/lead-record";
import type { Db } from "@studydesk/db/open-database";
import { type AttemptMade, changesAfterAttempt } from "@studydesk/domain/contact/contact-attempt";
import type { ContactReason } from "@studydesk/domain/contact/contact-reason";
import { nextTry } from "@studydesk/domain/contact/next-try";
import type { Activity } from "@studydesk/domain/leads/activity";
import { openLeadStatuses } from "@studydesk/domain/leads/lead-status";
import type { Viewer } from "@studydesk/domain/people/viewer";
import { auditedChanges } from "../audit/audited-changes";
import { batchOf, type LeadWork, recordLeadChange, saveLead } from "../leads/save-lead";
import { type AttemptToMake, passContactGate } from "./contact-gate";

/** What an attempt is decided on; who owns the lead or what it is called does not matter to it. */
export const columnsOfAttempt = [
  "status",
  "followUpAt",
  "attemptCount",
  "doNotContact",
] as const satisfies readonly (keyof LeadChanges)[];

export interface AttemptToKeep extends AttemptToMake, Pick<AttemptMade, "nextTryAt"> {
  note: string | null;
  /** Names one press of a key, however often it is sent. */
  requestKey?: string | undefined;
  /** How the timeline tells of it. */
  tell: (kept: { attemptId: number; despite?: ContactReason }) => Activity;
}

export interface KeptAttempt {
  attemptId: number;
  changeId: number;
}

/** The lead as `getLeadToChange` gave it for `columnsOfAttempt`. Throws rule_broken: see `passContactGate`. */
export async function keepAttempt(
  trx: Db,
  viewer: Viewer,
  lead: LeadRecord,
  attempt: AttemptToKeep,
  work: LeadWork,
): Promise<KeptAttempt> {
  const { now } = work;
  const at = now.toISOString();
  const { channel, outcome, note, requestKey = null } = attempt;
  const reason = await passContactGate(trx, lead, attempt, now);
  const made = await withNextTry(trx, lead, attempt, now);
  const changes: LeadChanges = {
    ...changesAfterAttempt(lead, made, viewer.userId, now),
    firstAttemptAt: lead.firstAttemptAt ?? at,
  };
  const attemptId = await addContactAttempt(trx, {
    ...{ leadId: lead.id, at, channel, outcome, note, requestKey, byUserId: viewer.userId },
    ...reason,
  });
  const changeId = await saveLead(trx, viewer, lead, changes, at, {
    attemptId,
    batch: batchOf(work),
  });
  const record = {
    lead,
    at,
    activities: [...alsoChanged(lead, changes), attempt.tell({ attemptId, ...reason })],
    action: "lead.contact_logged" as const,
    details: {
      ...{ attemptId, channel, outcome, ...reason },
      ...(changes.status ? { from: lead.status, to: changes.status } : {}),
      ...(await auditedChanges(trx, lead, changes)),
    },
  };
  await recordLeadChange(trx, viewer, record, work);
  return { attemptId, changeId };
}

/** Where nobody said when to try again: when people here answer. A lead that is closed is left alone. */
async function withNextTry(
  trx: Db,
  lead: LeadRecord,
  { outcome, nextTryAt }: AttemptMade,
  now: Date,
): Promise<AttemptMade> {
  if (nextTryAt !== undefined || !openLeadStatuses.includes(lead.status)) {
    return { outcome, nextTryAt };
  }
  const attempts = await listAttemptsBefore(trx, lead.id);
  const history = await listAnswerCounts(trx, lead.siteId);
  const preference = { channel: lead.contactChannel, hours: lead.contactHours };
  const suggested = nextTry({ ...lead, attempts, preference }, outcome, history, now);
  return { outcome, nextTryAt: suggested?.at.toISOString() ?? null };
}

function alsoChanged(lead: LeadRecord, { ownerId, status }: LeadChanges): Activity[] {
  return [
    ...(ownerId ? [{ kind: "owner_changed" as const, from: lead.ownerId, to: ownerId }] : []),
    ...(status
      ? [{ kind: "status_changed" as const, from: lead.status, to: status, reason: null }]
      : []),
  ];
}
