// Times as people say them, in the reader's own zone; the exact one stands in the title.
const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** "just now", "4 min ago", "19 h ago", "3 d ago", "in 20 min", then the date. */
export function relativeWords(at: string, now: Date): string {
  const distance = new Date(at).getTime() - now.getTime();
  const size = Math.abs(distance);
  // Clocks differ by seconds, and screens tick twice a minute.
  if (size < minute) return "just now";
  if (size >= 30 * day) return dateWords(at, now);
  const words =
    size < hour
      ? `${Math.floor(size / minute)} min`
      : size < 2 * day
        ? `${Math.floor(size / hour)} h`
        : `${Math.floor(size / day)} d`;
  return distance > 0 ? `in ${words}` : `${words} ago`;
}

/** For what is planned: "today 14:05", "tomorrow 10:12", "Tue 14:00", "28 Nov 14:00". */
export function dayAndTimeWords(at: string, now: Date): string {
  const date = new Date(at);
  const time = timeWords(at);
  const days = calendarDaysBetween(now, date);
  if (days === 0) return `today ${time}`;
  if (days === 1) return `tomorrow ${time}`;
  if (days === -1) return `yesterday ${time}`;
  if (days > 1 && days < 7) {
    return `${new Intl.DateTimeFormat("en-GB", { weekday: "short" }).format(date)} ${time}`;
  }
  return `${dateWords(at, now)} ${time}`;
}

/** "14:05". */
export function timeWords(at: string): string {
  return new Intl.DateTimeFormat("en-GB", {
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  }).format(new Date(at));
}

/** "28 Nov", with the year when it is another one. */
export function dateWords(at: string, now: Date): string {
  const date = new Date(at);
  return new Intl.DateTimeFormat("en-GB", {
    day: "numeric",
    month: "short",
    ...(date.getFullYear() === now.getFullYear() ? {} : { year: "numeric" }),
  }).format(date);
}

/** "Sunday, 22 November 2026 at 14:31:05 UTC+1". */
export function exactWords(at: string): string {
  return new Intl.DateTimeFormat("en-GB", {
    weekday: "long",
    day: "numeric",
    month: "long",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
    hourCycle: "h23",
    timeZoneName: "short",
  }).format(new Date(at));
}

function calendarDaysBetween(from: Date, to: Date): number {
  const midnight = (date: Date) => Date.UTC(date.getFullYear(), date.getMonth(), date.getDate());
  return Math.round((midnight(to) - midnight(from)) / day);
}
