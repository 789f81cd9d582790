// Reads when somebody wants to come back to a lead, as they type it: "tue 14:00", "in 3 days", "5 dec",
// "friday afternoon". Times are meant in the site's zone and lie ahead, always. What could be two dates is
// asked, what is not understood is named; nothing is guessed in silence.

import { atLocal, type LocalMinute, localParts } from "../leads/local-day";
import { type FollowUpWords, readFollowUpWords } from "./follow-up-words";

export type FollowUpReading =
  | { readonly kind: "empty" }
  | { readonly kind: "understood"; readonly at: Date; readonly words: string }
  /** Two days, or two weeks, that it could mean. */
  | { readonly kind: "ambiguous"; readonly sentence: string; readonly choices: readonly Date[] }
  | { readonly kind: "not_understood"; readonly sentence: string };

export interface FollowUpClock {
  readonly now: Date;
  /** IANA zone of the site. */
  readonly timeZone: string;
}

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;
/** The quick choices' own hour. */
const usualHour = 10;
const mostYears = 3;

export function parseFollowUp(text: string, clock: FollowUpClock): FollowUpReading {
  if (text.trim() === "") return { kind: "empty" };
  const words = readFollowUpWords(text);
  if (typeof words === "string") return { kind: "not_understood", sentence: words };
  const found = momentsOf(words, clock);
  if (typeof found === "string") return { kind: "not_understood", sentence: found };
  const ahead = found.filter((at) => at > clock.now);
  const [first, second] = ahead;
  if (!first) {
    const passed = found[0] ? followUpWords(found[0], clock) : "That";
    return { kind: "not_understood", sentence: `${passed} has passed. Say a time to come.` };
  }
  if (first.getTime() - clock.now.getTime() > mostYears * 366 * dayMs) {
    return {
      kind: "not_understood",
      sentence: `${followUpWords(first, clock)} is more than ${mostYears} years away.`,
    };
  }
  if (second) {
    const both = ahead.map((at) => followUpWords(at, clock)).join(" or ");
    return { kind: "ambiguous", sentence: `Which one: ${both}?`, choices: ahead };
  }
  const understood = `${followUpWords(first, clock)} — ${distanceWords(first, clock)}`;
  return { kind: "understood", at: first, words: understood };
}

/** "Tue 24 Nov, 14:00", with the year where it is another; in the clock's zone. */
export function followUpWords(at: Date, { now, timeZone }: FollowUpClock): string {
  const { year } = localParts(timeZone, at);
  const day = new Intl.DateTimeFormat("en-GB", {
    timeZone,
    weekday: "short",
    day: "numeric",
    month: "short",
    ...(year === localParts(timeZone, now).year ? {} : { year: "numeric" }),
  })
    .format(at)
    .replace(",", "")
    .replace("Sept", "Sep");
  const { hour, minute } = localParts(timeZone, at);
  return `${day}, ${hour}:${String(minute).padStart(2, "0")}`;
}

/** "in 20 minutes", "in 3 hours", "in 1 day" by the calendar of the zone. */
export function distanceWords(at: Date, { now, timeZone }: FollowUpClock): string {
  const minutes = Math.max(1, Math.round((at.getTime() - now.getTime()) / minuteMs));
  if (minutes < 60) return `in ${counted(minutes, "minute")}`;
  const days = daysBetween(localParts(timeZone, now), localParts(timeZone, at));
  // Soon is said in hours, past midnight as well.
  if (days === 0 || minutes < 6 * 60) return `in ${counted(Math.round(minutes / 60), "hour")}`;
  return days < 14 ? `in ${counted(days, "day")}` : `in ${counted(Math.round(days / 7), "week")}`;
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? "" : "s"}`;
}

/** Every moment that it could mean, the nearer first; a sentence where it means none. */
function momentsOf(words: FollowUpWords, clock: FollowUpClock): Date[] | string {
  const { now, timeZone } = clock;
  const { day, time } = words;
  if (words.minutes !== undefined) {
    if (day || time) return "Say either how long from now, or a day and a time.";
    // To the full minute, so that nobody reads 14:07 for 14:06:31.
    return [new Date(Math.ceil((now.getTime() + words.minutes * minuteMs) / minuteMs) * minuteMs)];
  }
  const today = localParts(timeZone, now);
  const at = (date: CalendarDay, { hour, minute } = time ?? { hour: usualHour, minute: 0 }) =>
    atLocal(timeZone, { ...date, hour, minute });
  const ahead = (days: number) => addDays(today, days);
  if (!day) {
    const soon = at(today);
    return [soon > now ? soon : at(ahead(1))];
  }
  switch (day.kind) {
    case "days":
      if (day.count === 0 && !time) return "Say a time, too: “today 16:00”.";
      return [at(ahead(day.count))];
    case "months":
      return [at(addMonths(today, day.count))];
    case "weekday": {
      const until = (day.weekday - weekdayOf(today) + 7) % 7;
      const next = until > 0 || (time && at(today) > now) ? until : 7;
      const endOfWeek = 7 - weekdayOf(today);
      if (!day.next) return [at(ahead(next))];
      // "Next tue" said on a Monday: tomorrow to some, in eight days to others.
      return next < endOfWeek + 1 ? [at(ahead(next)), at(ahead(next + 7))] : [at(ahead(next))];
    }
    case "weekday_of_next_week":
      return [at(ahead(8 - weekdayOf(today) + (day.weekday - 1)))];
    case "day_of_month": {
      for (let months = 0; months < 3; months += 1) {
        const first = addMonths({ ...today, day: 1 }, months);
        const date = { ...first, day: day.day };
        if (isDay(date) && at(date) > now) return [at(date)];
      }
      return "There is no such day in the months to come.";
    }
    case "dates": {
      const dates = day.dates.flatMap((date) => {
        const { year } = date;
        if (year !== undefined) return isDay({ ...date, year }) ? [at({ ...date, year })] : [];
        // The day itself, also when its hour has passed: nobody means the year after with "today's" date.
        const isToday = date.month === today.month && date.day === today.day;
        const years = isToday ? [today.year] : yearsAhead(today.year);
        const next = years
          .map((each) => ({ ...date, year: each }))
          .find((each) => isDay(each) && (isToday || at(each) > now));
        return next ? [at(next)] : [];
      });
      const { onWeekday } = words;
      const fitting = dates.filter(
        (date) => onWeekday === undefined || weekdayOf(localParts(timeZone, date)) === onWeekday,
      );
      if (dates.length === 0) return "There is no such day.";
      if (fitting.length === 0) return "That date is another day of the week. Which one is meant?";
      return fitting.sort((a, b) => a.getTime() - b.getTime());
    }
  }
}

type CalendarDay = Pick<LocalMinute, "year" | "month" | "day">;

/** 29 February comes every fourth year, or the eighth. */
function yearsAhead(year: number): number[] {
  return Array.from({ length: 9 }, (_, ahead) => year + ahead);
}

function isDay({ year, month, day }: CalendarDay): boolean {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

function addDays({ year, month, day }: CalendarDay, days: number): CalendarDay {
  return toCalendarDay(new Date(Date.UTC(year, month - 1, day + days)));
}

/** The same day of a later month, or its last one. */
function addMonths({ year, month, day }: CalendarDay, months: number): CalendarDay {
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate();
  return toCalendarDay(new Date(Date.UTC(year, month - 1 + months, Math.min(day, last))));
}

function toCalendarDay(date: Date): CalendarDay {
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** Monday is 1, Sunday 7. */
function weekdayOf({ year, month, day }: CalendarDay): number {
  return new Date(Date.UTC(year, month - 1, day)).getUTCDay() || 7;
}

function daysBetween(from: CalendarDay, to: CalendarDay): number {
  const noon = ({ year, month, day }: CalendarDay) => Date.UTC(year, month - 1, day);
  return Math.round((noon(to) - noon(from)) / dayMs);
}
