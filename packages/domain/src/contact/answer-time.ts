// How long people waited until a site reached them: the median that the study page shows. Those who still
// wait count as waiting at least this long (Kaplan–Meier), so leaving people alone never looks like speed.

/** One person's wait in hours: until the first contact, or so far. */
export interface Wait {
  hours: number;
  reached: boolean;
}

/** Who wrote within these days is counted. */
export const answerTimeDays = 60;
/** Fewer people than this say nothing about a site. */
export const fewestForAnswerTime = 5;

/** Hours until half were reached; undefined when too few wrote, or fewer than half were reached. */
export function medianAnswerHours(waits: readonly Wait[]): number | undefined {
  if (waits.length < fewestForAnswerTime) return undefined;
  // Of two equal waits the one that ended comes first: who waits on was still there at that moment.
  const sorted = waits.toSorted(
    (a, b) => a.hours - b.hours || Number(b.reached) - Number(a.reached),
  );
  let stillWaiting = 1;
  for (const [index, { hours, reached }] of sorted.entries()) {
    if (!reached) continue;
    stillWaiting *= 1 - 1 / (sorted.length - index);
    // A hair above a half is a half: products of fractions are not exact.
    if (stillWaiting <= 0.5 + 1e-9) return hours;
  }
  return undefined;
}

export interface AnswerTime {
  count: number;
  unit: "hour" | "day" | "week";
}

/** A time that a person would say, rounded up: nobody is promised less than was measured. */
export function sayableAnswerTime(hours: number): AnswerTime {
  if (hours <= 12) return { count: Math.max(1, Math.ceil(hours)), unit: "hour" };
  const days = Math.ceil(hours / 24);
  if (days <= 14) return { count: days, unit: "day" };
  return { count: Math.ceil(days / 7), unit: "week" };
}
