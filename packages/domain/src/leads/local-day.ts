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

/** That hour (0–23) of today in a zone, or of a day so many days ahead. */
export function momentAt(timeZone: string, now: Date, daysAhead: number, hour: number): Date {
  const { year, month, day } = localParts(timeZone, now);
  const wall = Date.UTC(year, month - 1, day + daysAhead, hour);
  const at = wall - offsetAt(timeZone, wall - offsetAt(timeZone, now.getTime()));
  return new Date(wall - offsetAt(timeZone, at));
}

/** What a clock and a calendar show; months from 1. */
export interface LocalParts {
  year: number;
  month: number;
  day: number;
  hour: number;
  minute: number;
  second: number;
}

/** The moment at which clocks in the zone show this; one that they skip is taken as an hour later. */
export function instantOf(timeZone: string, local: LocalParts): Date {
  const { year, month, day, hour, minute, second } = local;
  const shown = Date.UTC(year, month - 1, day, hour, minute, second);
  const at = shown - offsetAt(timeZone, shown);
  return new Date(shown - offsetAt(timeZone, at));
}

/** ISO-8601 as clocks in the zone show it, with the zone's distance: "2026-09-01T07:00:00-05:00". */
export function isoInZone(timeZone: string, at: string): string {
  const time = Date.parse(at);
  const offset = offsetAt(timeZone, time);
  const minutes = Math.abs(Math.round(offset / 60_000));
  const two = (number: number) => String(number).padStart(2, "0");
  const distance = `${offset < 0 ? "-" : "+"}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
  return new Date(time + offset).toISOString().slice(0, 19) + distance;
}

export interface LocalMinute {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
}

/**
 * When a zone's clocks show this. A time that they leap over is as much later as they leap; of one that
 * they show twice it is the first.
 */
export function atLocal(timeZone: string, local: LocalMinute): Date {
  const { year, month, day, hour, minute } = local;
  const wall = Date.UTC(year, month - 1, day, hour, minute);
  const before = wall - offsetAt(timeZone, wall - 86_400_000);
  const after = wall - offsetAt(timeZone, wall + 86_400_000);
  const shows = (at: number) => at + offsetAt(timeZone, at) === wall;
  const [first, second] = before < after ? [before, after] : [after, before];
  if (shows(first)) return new Date(first);
  return new Date(shows(second) ? second : before);
}

/** The first instant (ISO-8601 UTC) of an ISO day in a zone, or of a day so many days after it. */
export function startOfDay(timeZone: string, day: string, daysAfter = 0): string {
  const date = new Date(`${day}T00:00:00.000Z`);
  date.setUTCDate(date.getUTCDate() + daysAfter);
  return atLocal(timeZone, {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    ...{ hour: 0, minute: 0 },
  }).toISOString();
}

/** The ISO day that a zone's calendar shows at that moment (ISO-8601 UTC). */
export function dayIn(timeZone: string, at: string): string {
  return isoInZone(timeZone, at).slice(0, 10);
}

function offsetAt(timeZone: string, time: number): number {
  const { year, month, day, hour, minute, second } = localParts(timeZone, new Date(time));
  const local = Date.UTC(year, month - 1, day, hour, minute, second);
  return local - Math.floor(time / 1000) * 1000;
}

/** What a zone's clocks and calendars show. */
export function localParts(timeZone: string, at: Date): LocalParts {
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
