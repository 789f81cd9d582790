// A span of calendar days in words. The days are a site's own: no clock and no zone comes into it.

export interface DayRange {
  /** ISO days; both count. Left out: open at that end. */
  from?: string | undefined;
  to?: string | undefined;
}

/** "1 Jun – 22 Nov 2026", "since 1 Jun 2026", "until 22 Nov 2026", "any day". */
export function dayRangeWords({ from, to }: DayRange): string {
  if (from !== undefined && from === to) return isoDayWords(from);
  if (from !== undefined && to !== undefined) {
    const isOneYear = from.slice(0, 4) === to.slice(0, 4);
    return `${isOneYear ? dayOfYear.format(noonOf(from)) : isoDayWords(from)} – ${isoDayWords(to)}`;
  }
  if (from !== undefined) return `since ${isoDayWords(from)}`;
  return to === undefined ? "any day" : `until ${isoDayWords(to)}`;
}

/** "22 Nov 2026". */
export function isoDayWords(day: string): string {
  return wholeDay.format(noonOf(day));
}

/** Spans that are asked for again and again, up to the day on which they are asked for. */
export function usualRanges(today: Date): readonly { label: string; range: DayRange }[] {
  const day = (back: number) => {
    const then = new Date(today.getFullYear(), today.getMonth(), today.getDate() - back);
    return toIsoDay(then);
  };
  const year = today.getFullYear();
  return [
    { label: "The last 30 days", range: { from: day(29), to: day(0) } },
    { label: "The last 90 days", range: { from: day(89), to: day(0) } },
    { label: "This year", range: { from: `${year.toString()}-01-01`, to: day(0) } },
    {
      label: "Last year",
      range: { from: `${(year - 1).toString()}-01-01`, to: `${(year - 1).toString()}-12-31` },
    },
  ];
}

function toIsoDay(date: Date): string {
  const two = (number: number) => number.toString().padStart(2, "0");
  return `${date.getFullYear().toString()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

function noonOf(day: string): Date {
  return new Date(`${day}T12:00:00.000Z`);
}

const named = { timeZone: "UTC", day: "numeric", month: "short" } as const;
const dayOfYear = new Intl.DateTimeFormat("en-GB", named);
const wholeDay = new Intl.DateTimeFormat("en-GB", { ...named, year: "numeric" });
