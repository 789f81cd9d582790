// Once an hour, what is worth nothing any more goes: windows of limits that are over, live events that
// no stream will ask for, what old changes wrote over, sealed notes of visitors a week after they ended, sign-ups for
// alerts that nobody confirmed, alerts that ended long ago, deleted views, and what a killed server left in the log of
// somebody who was erased.
import { countAnswers } from "@studydesk/api/contact/count-answers";
import { deleteJobsEndedBefore } from "@studydesk/db/bulk/job-queries";
import { emptyLog } from "@studydesk/db/dialect";
import { deleteEventsBefore } from "@studydesk/db/events";
import { compactLeadCounters } from "@studydesk/db/leads/count-leads";
import { deleteLeadChangesBefore } from "@studydesk/db/leads/lead-change-queries";
import { deleteExpiredLimits } from "@studydesk/db/limits";
import { type Db, inTransaction } from "@studydesk/db/open-database";
import { deleteEndedHolds } from "@studydesk/db/queue/hold-queries";
import { deleteEndedSkips } from "@studydesk/db/queue/skip-queries";
import { deleteRemindersBefore } from "@studydesk/db/reminders/reminder-queries";
import { deleteVisitorShares } from "@studydesk/db/shares/visitor-share-queries";
import { purgeSubscriptions } from "@studydesk/db/subscriptions/subscription-queries";
import { clearDeletedViews } from "@studydesk/db/views/view-queries";
import { confirmWithinMs, endedKeptMs } from "@studydesk/domain/subscriptions/subscription";
import type { Logger } from "pino";
import { type Loop, startLoop } from "./start-loop";

const hour = 3_600_000;
const eventsKept = 48 * hour;
/** A whole import can be taken back for seven days; a single change within its session. */
const leadChangesKept = 8 * 24 * hour;
/** Longer than a reminder may still be due. */
const remindersKept = 30 * 24 * hour;
const endedSharesKept = 7 * 24 * hour;
/** A clock that is a day ahead takes nothing away that somebody may still use. */
const clockAheadMs = 24 * hour;
const deletedViewsKept = 7 * 24 * hour;

export async function keepHouse(db: Db, now: Date): Promise<void> {
  await deleteExpiredLimits(db, now.getTime());
  const before = (ms: number) => new Date(now.getTime() - ms).toISOString();
  await deleteEventsBefore(db, before(eventsKept));
  await deleteEndedHolds(db, now);
  await deleteEndedSkips(db, now.toISOString());
  await deleteLeadChangesBefore(db, before(leadChangesKept));
  await inTransaction(db, (trx) => deleteJobsEndedBefore(trx, before(leadChangesKept)));
  await deleteRemindersBefore(db, before(remindersKept));
  await compactLeadCounters(db);
  await inTransaction(db, (trx) => deleteVisitorShares(trx, before(endedSharesKept)));
  await inTransaction(db, (trx) => clearDeletedViews(trx, before(deletedViewsKept)));
  await purgeSubscriptions(db, {
    createdAt: before(confirmWithinMs + clockAheadMs),
    endedAt: before(endedKeptMs),
  });
  await countAnswers(db, now);
  await emptyLog(db);
}

export function startHousekeeping(parts: { db: Db; now: () => Date; log: Logger }): Loop {
  const { db, now, log } = parts;
  return startLoop({
    everyMs: hour,
    round: () => keepHouse(db, now()),
    reportFault: (error) =>
      log.error({ err: error }, "housekeeping failed and will be tried in an hour"),
  });
}
