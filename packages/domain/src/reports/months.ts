// Months as a site's calendar has them: "2026-09".

export function monthOfDay(day: string): string {
  return day.slice(0, 7);
}

/** All of them from the one to the other, both too. */
export function monthsBetween(first: string, last: string): string[] {
  const months: string[] = [];
  for (let month = first; month <= last; month = monthAfter(month)) months.push(month);
  return months;
}

function monthAfter(month: string): string {
  const date = new Date(`${month}-01T00:00:00.000Z`);
  date.setUTCMonth(date.getUTCMonth() + 1);
  return date.toISOString().slice(0, 7);
}

/** The days of a month that lie between two days; left out, there is no such border. */
export function daysOfMonth(
  month: string,
  { from, to }: { from?: string | undefined; to?: string | undefined },
): { from: string; to: string } {
  const end = new Date(`${monthAfter(month)}-01T00:00:00.000Z`);
  end.setUTCDate(0);
  const [first, last] = [`${month}-01`, end.toISOString().slice(0, 10)];
  return {
    from: from !== undefined && from > first ? from : first,
    to: to !== undefined && to < last ? to : last,
  };
}

/** "September 2026". */
export function monthName(month: string): string {
  return monthFormat.format(new Date(`${month}-01T00:00:00.000Z`));
}

const monthFormat = new Intl.DateTimeFormat("en-GB", {
  ...{ month: "long", year: "numeric" },
  timeZone: "UTC",
});
