// The counters of a lead after one of its attempts was taken back, or counts again: made from the
// attempts that stand, so that a colleague's attempt in between keeps its place.
import {
  findAttempt,
  isMail,
  listStandingAttempts,
  setAttemptTakenBack,
} from "@studydesk/db/leads/activity-queries";
import type { LeadChanges } from "@studydesk/db/leads/lead-queries";
import type { LeadRecord } from "@studydesk/db/leads/lead-record";
import type { Db } from "@studydesk/db/open-database";
import { takeBackMail } from "@studydesk/db/outbox/outbox-queries";
import { isContactMade } from "@studydesk/domain/contact/contact-attempt";
import { DomainError } from "@studydesk/domain/errors";

type Counters = Pick<
  LeadChanges,
  "attemptCount" | "firstAttemptAt" | "lastAttemptAt" | "firstContactAt"
>;

/** Takes the attempt back where it counts, and lets it count again where it was taken back. */
export async function turnAttempt(
  trx: Db,
  lead: LeadRecord,
  attemptId: number,
  at: string,
): Promise<Counters> {
  const attempt = await findAttempt(trx, attemptId);
  if (!attempt) return {};
  const counts = attempt.takenBackAt === null;
  await turnMail(trx, attemptId, counts, at);
  await setAttemptTakenBack(trx, attemptId, counts ? at : null);
  const standing = await listStandingAttempts(trx, lead.id);
  const spoken = standing.filter(({ outcome }) => isContactMade(outcome));
  // What no row tells of (it came with an import) stays as it is known.
  const unless = (known: string | null) => (known === attempt.at ? null : known);
  return {
    attemptCount: Math.max(0, lead.attemptCount + (counts ? -1 : 1)),
    firstAttemptAt: earliest(unless(lead.firstAttemptAt), standing[0]?.at),
    lastAttemptAt: latest(unless(lead.lastAttemptAt), standing.at(-1)?.at),
    firstContactAt: earliest(unless(lead.firstContactAt), spoken[0]?.at),
  };
}

/** A mail that has left cannot be taken back; one that was taken back was thrown away. */
async function turnMail(trx: Db, attemptId: number, counts: boolean, at: string): Promise<void> {
  if (counts && (await takeBackMail(trx, attemptId, at))) return;
  if (!counts && !(await isMail(trx, attemptId))) return;
  throw new DomainError(
    "rule_broken",
    counts
      ? "The mail has left, so it cannot be taken back. Write another one if something in it was wrong."
      : "The mail was taken back and is gone. Write it again from the lead.",
    { reason: counts ? "mail_sent" : "mail_gone" },
  );
}

function earliest(known: string | null, other: string | undefined): string | null {
  if (known === null || other === undefined) return known ?? other ?? null;
  return known < other ? known : other;
}

function latest(known: string | null, other: string | undefined): string | null {
  if (known === null || other === undefined) return known ?? other ?? null;
  return known > other ? known : other;
}
