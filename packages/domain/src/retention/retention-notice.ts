// The notice before the retention clock erases somebody by itself: who sees to the site can read of it beforehand. Days
// count only while the desk was there to tell of it, so that neither a server that stood still nor a clock that jumped
// makes the notice shorter.
import { dueAt, type LeadForRetention, marginMs, type RetentionRule } from "./retention-rule";

/** On so many days it stood on Home before anybody is erased by the clock. */
export const noticeDays = 14;
const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
/** Who was away for a week begins anew: nobody remembers what stood there before. */
const restMs = 7 * dayMs;

/** What a look at a clock makes of the notices that stand: the days begin anew, one more counts, or none does. */
export function noticeAfter(
  lookedAt: string | null,
  now: Date,
): "begins_anew" | "a_day_more" | "same_day" {
  if (lookedAt === null) return "begins_anew";
  const gone = now.getTime() - Date.parse(lookedAt);
  if (gone > restMs || gone < -hourMs) return "begins_anew";
  return dayOf(now) > lookedAt.slice(0, 10) ? "a_day_more" : "same_day";
}

export function isTold(daysTold: number | null): boolean {
  return daysTold !== null && daysTold >= noticeDays;
}

/** From when on the clock erases the lead, if the server runs until then; null: never, as things are. */
export function erasedFrom(
  lead: LeadForRetention & { readonly daysTold: number | null },
  rule: RetentionRule,
  now: Date,
): string | null {
  const at = dueAt(lead, rule);
  if (at === null) return null;
  const due = Date.parse(at) + marginMs;
  const daysLeft = Math.max(0, noticeDays - (lead.daysTold ?? 0));
  const told = daysLeft === 0 ? 0 : Date.parse(dayOf(now)) + daysLeft * dayMs;
  return new Date(Math.max(due, told)).toISOString();
}

function dayOf(now: Date): string {
  return now.toISOString().slice(0, 10);
}
