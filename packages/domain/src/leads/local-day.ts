// Where a day ends depends on where the site is: "today" on every screen is the site's own day.

/** The coming midnight in a zone: the first instant that is no longer today. */
export function endOfDay(timeZone: string, now: Date): Date {
  const { year, month, day } = localParts(timeZone, now);
  const midnight = Date.UTC(year, month - 1, day + 1);
  // The zone's distance from UTC may differ at midnight from now: look it up there, twice.
  let at = midnight - offsetAt(timeZone, now.getTime());
  at = midnight - offsetAt(timeZone, at);
  const later = midnight - offsetAt(timeZone, at);
  // Clocks put forward at midnight itself: the day ends when they jump.
  return new Date(Math.max(at, later));
}

function offsetAt(timeZone: string, time: number): number {
  const { year, month, day, hour, minute, second } = localParts(timeZone, new Date(time));
  const local = Date.UTC(year, month - 1, day, hour, minute, second);
  return local - Math.floor(time / 1000) * 1000;
}

function localParts(timeZone: string, at: Date) {
  const parts = new Map(
    calendarOf(timeZone)
      .formatToParts(at)
      .map((part) => [part.type, Number(part.value)]),
  );
  const read = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? 0;
  return {
    year: read("year"),
    month: read("month"),
    day: read("day"),
    hour: read("hour"),
    minute: read("minute"),
    second: read("second"),
  };
}

const calendars = new Map<string, Intl.DateTimeFormat>();

function calendarOf(timeZone: string): Intl.DateTimeFormat {
  let calendar = calendars.get(timeZone);
  if (!calendar) {
    calendar = new Intl.DateTimeFormat("en-GB", {
      timeZone,
      year: "numeric",
      month: "numeric",
      day: "numeric",
      hour: "numeric",
      minute: "numeric",
      second: "numeric",
      hourCycle: "h23",
    });
    calendars.set(timeZone, calendar);
  }
  return calendar;
}
