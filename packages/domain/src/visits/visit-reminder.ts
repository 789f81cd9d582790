// When a person is reminded of a visit: a day before it begins. Whoever was told of it within the half day before
// that moment needs no second mail, and shortly before the visit it would be read too late.
const hourMs = 3_600_000;
const before = 24 * hourMs;
const latest = 2 * hourMs;
const toldShortlyBefore = 12 * hourMs;

/** Visits that begin from `from` until `until` (ISO-8601 UTC, both) may be reminded of now. */
export function visitReminderSpan(now: Date): { from: string; until: string } {
  return {
    from: new Date(now.getTime() + latest).toISOString(),
    until: new Date(now.getTime() + before).toISOString(),
  };
}

/** `changedAt`: when the person was last told of when and where. */
export function wantsReminder(visit: {
  readonly startsAt: string;
  readonly changedAt: string;
}): boolean {
  const due = Date.parse(visit.startsAt) - before;
  return Date.parse(visit.changedAt) <= due - toldShortlyBefore;
}
