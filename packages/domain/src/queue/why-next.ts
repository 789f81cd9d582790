// Why a lead is next on Today: the queue's classes in their order, each with the sentence that says so.

export const nextLeadKinds = [
  "callback",
  "past_promise",
  "overdue",
  "new",
  "due",
  "stalled",
] as const;
export type NextLeadKind = (typeof nextLeadKinds)[number];

/** Days without a next step or any sign of work, after which an open lead turns up by itself. */
export const daysUntilStalled = 3;

export interface LeadForWhy {
  /** ISO-8601 UTC, all of them. */
  readonly createdAt: string;
  readonly statusSince: string;
  readonly lastAttemptAt: string | null;
  readonly followUpAt: string | null;
  readonly promiseHours: number;
  /** IANA zone of the site: the clock of the people who read the sentence. */
  readonly siteTimeZone: string;
}

export function whyNext(kind: NextLeadKind, lead: LeadForWhy, now: Date): string {
  switch (kind) {
    case "callback":
      return `Asked to be called back ${when(lead.followUpAt, lead.siteTimeZone, now)}.`;
    case "past_promise":
      return `Waiting for ${howLong(lead.createdAt, now)}; the promise is ${hours(lead.promiseHours)}.`;
    case "overdue":
      return `The follow-up was due ${when(lead.followUpAt, lead.siteTimeZone, now)}.`;
    case "new":
      return `New, waiting for ${howLong(lead.createdAt, now)}.`;
    case "due":
      return `The follow-up is due ${when(lead.followUpAt, lead.siteTimeZone, now)}.`;
    case "stalled":
      return `No next step is set, and nothing has happened for ${howLong(lastTouched(lead), now)}.`;
  }
}

function lastTouched({ statusSince, lastAttemptAt }: LeadForWhy): string {
  return lastAttemptAt !== null && lastAttemptAt > statusSince ? lastAttemptAt : statusSince;
}

function howLong(since: string, now: Date): string {
  const minutes = Math.max(0, Math.floor((now.getTime() - Date.parse(since)) / 60_000));
  if (minutes < 1) return "less than a minute";
  if (minutes < 60) return minutes === 1 ? "1 minute" : `${minutes} minutes`;
  const whole = Math.floor(minutes / 60);
  return whole < 48 ? hours(whole) : `${Math.floor(whole / 24)} days`;
}

function hours(count: number): string {
  return count === 1 ? "1 hour" : `${count} hours`;
}

/** "today at 14:05", else "on 3 Sep at 14:05". */
function when(at: string | null, timeZone: string, now: Date): string {
  if (at === null) return "now";
  const then = new Date(at);
  const day = (of: Date) =>
    new Intl.DateTimeFormat("en-GB", { timeZone, day: "numeric", month: "short" }).format(of);
  const time = new Intl.DateTimeFormat("en-GB", {
    timeZone,
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  }).format(then);
  return day(then) === day(now) ? `today at ${time}` : `on ${day(then)} at ${time}`;
}
