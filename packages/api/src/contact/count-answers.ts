// Counts at which hours a site's people answer. Attempts are taken up an hour after they were made, so that
// one which was taken back is not in it.
import {
  type AttemptToCount,
  addAnswerCounts,
  listAttemptsToCount,
} from "@studydesk/db/contact/answer-count-queries";
import { type Db, inTransaction } from "@studydesk/db/open-database";
import type { ContactOutcome } from "@studydesk/domain/contact/contact-attempt";
import { type AnswerCount, slotOf } from "@studydesk/domain/contact/next-try";

const settledMs = 3_600_000;
const atOnce = 1_000;

/** What says whether somebody answers: a wrong number says nothing about the hour. */
const answered: Readonly<Partial<Record<ContactOutcome, boolean>>> = {
  reached: true,
  callback_requested: true,
  do_not_contact: true,
  no_answer: false,
  left_voicemail: false,
  busy: false,
};

/** A thousand attempts per transaction, until none is left; between them the server goes on. */
export async function countAnswers(
  db: Db,
  now: Date,
  isStopping: () => boolean = () => false,
): Promise<void> {
  const settled = new Date(now.getTime() - settledMs).toISOString();
  while (!isStopping()) {
    const isDone = await inTransaction(db, async (trx) => {
      const next = await listAttemptsToCount(trx, atOnce);
      const young = next.findIndex(({ at }) => at > settled);
      const taken = young < 0 ? next : next.slice(0, young);
      const last = taken.at(-1);
      if (!last) return true;
      await addAnswerCounts(trx, count(taken), last.id);
      return next.length < atOnce || young >= 0;
    });
    if (isDone) return;
    await new Promise((resolve) => setImmediate(resolve));
  }
}

function count(attempts: readonly AttemptToCount[]): (AnswerCount & { siteId: number })[] {
  const counts = new Map<string, AnswerCount & { siteId: number }>();
  for (const { siteId, timeZone, at, channel, outcome } of attempts) {
    const hasAnswered = answered[outcome];
    if (channel !== "phone" || hasAnswered === undefined) continue;
    const slot = slotOf(timeZone, new Date(at));
    const key = `${siteId} ${slot.dayKind} ${slot.hour}`;
    const { tried, reached } = counts.get(key) ?? { tried: 0, reached: 0 };
    counts.set(key, {
      siteId,
      ...slot,
      tried: tried + 1,
      reached: reached + (hasAnswered ? 1 : 0),
    });
  }
  return [...counts.values()];
}
