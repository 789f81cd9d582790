// The words in which people say when, taken apart: how long from now, which day, what time. Dates are read
// as 2026-12-05, "5 dec", "dec 5" and "5.12." (a full stop: the day comes first); of "12/5" both readings are
// kept, and so is the year left open. Hours from 1 to 7 without "am" are afternoon: nobody calls at night.

export interface TimeOfDay {
  readonly hour: number;
  readonly minute: number;
}

export type FollowUpDay =
  | { readonly kind: "days" | "months"; readonly count: number }
  /** Monday is 1. */
  | { readonly kind: "weekday"; readonly weekday: number; readonly next: boolean }
  | { readonly kind: "weekday_of_next_week"; readonly weekday: number }
  | { readonly kind: "day_of_month"; readonly day: number }
  | { readonly kind: "dates"; readonly dates: readonly MonthAndDay[] };

interface MonthAndDay {
  readonly year?: number;
  readonly month: number;
  readonly day: number;
}

export interface FollowUpWords {
  /** From now, to the minute. */
  minutes?: number;
  day?: FollowUpDay;
  time?: TimeOfDay;
  /** Said beside a date, as in "Tue 24 Nov": the date has to fall on it. */
  onWeekday?: number;
}

const weekdays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
const weekdayWord =
  "(mon|monday|tue|tues|tuesday|wed|weds|wednesday|thu|thur|thurs|thursday|fri|friday|sat|saturday|sun|sunday)";
const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const monthWord =
  "(jan|january|feb|february|mar|march|apr|april|may|jun|june|jul|july|aug|august|sep|sept|september|oct|october|nov|november|dec|december)";
const amounts = [
  ...["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"],
  ...["eleven", "twelve"],
];
const amountWord = `(\\d{1,3}|an?|${amounts.join("|")}|half an?)`;
const partsOfDay: Readonly<Record<string, TimeOfDay>> = {
  noon: { hour: 12, minute: 0 },
  midday: { hour: 12, minute: 0 },
  lunchtime: { hour: 12, minute: 0 },
  morning: { hour: 9, minute: 0 },
  afternoon: { hour: 14, minute: 0 },
  evening: { hour: 18, minute: 0 },
  tonight: { hour: 19, minute: 0 },
};

type Rule = readonly [pattern: RegExp, read: (match: readonly string[]) => FollowUpWords | null];

const word = (pattern: string) => new RegExp(`^${pattern}(?![\\p{L}\\d])`, "u");

/** The longer saying before the shorter one that it begins with. */
const rules: readonly Rule[] = [
  [word("(\\d{4})-(\\d{1,2})-(\\d{1,2})"), ([, y, m, d]) => dates([num(m), num(d)], num(y))],
  [
    word(`(\\d{1,2})(?:st|nd|rd|th)?\\.? (?:of )?${monthWord}\\.?(?:,? (\\d{4}))?`),
    ([, d, m, y]) => dates([monthOf(m), num(d)], y ? num(y) : undefined),
  ],
  [
    word(`${monthWord}\\.? (?:the )?(\\d{1,2})(?:st|nd|rd|th)?(?:,? (\\d{4}))?(?!:)`),
    ([, m, d, y]) => dates([monthOf(m), num(d)], y ? num(y) : undefined),
  ],
  [
    word("(\\d{1,2})\\.(\\d{1,2})(?:\\.(\\d{4})?)?"),
    ([, d, m, y]) => dates([num(m), num(d)], y ? num(y) : undefined),
  ],
  [word("(\\d{1,2})/(\\d{1,2})(?:/(\\d{4}))?"), ([, a, b, y]) => eitherWay(num(a), num(b), y)],
  [
    word("(?:the )?(\\d{1,2})(?:st|nd|rd|th)"),
    ([, d]) => ({ day: { kind: "day_of_month", day: num(d) } }),
  ],
  [
    word(
      `(?:in )?${amountWord} ?(m|min|mins|minutes?|h|hrs?|hours?|d|days?|w|wks?|weeks?|months?)`,
    ),
    ([, n, unit]) => fromNow(amountOf(n), unit ?? ""),
  ],
  [word("(?:the )?day after tomorrow"), () => inDays(2)],
  [word("today"), () => inDays(0)],
  [word("tonight"), () => ({ ...inDays(0), time: { hour: 19, minute: 0 } })],
  [word("(?:tomorrow|tmrw|tmr|tom)"), () => inDays(1)],
  [word(`next week,? (?:on )?${weekdayWord}`), ([, name]) => weekdayOfNextWeek(name)],
  [word(`${weekdayWord},? next week`), ([, name]) => weekdayOfNextWeek(name)],
  [word("next week"), () => inDays(7)],
  [word("next month"), () => ({ day: { kind: "months", count: 1 } })],
  [
    word(`(?:(this|next|on) )?${weekdayWord}`),
    ([, which, name]) => ({
      day: { kind: "weekday", weekday: weekdayOf(name), next: which === "next" },
    }),
  ],
  [
    word("(?:this |at the )?weekend"),
    () => ({ day: { kind: "weekday", weekday: 6, next: false } }),
  ],
  [
    word("(\\d{1,2})(?:[:.h](\\d{2}))? ?(am|pm|a\\.m\\.|p\\.m\\.)"),
    ([, h, m, half]) => onTwelve(num(h), m, half),
  ],
  [word("(\\d{1,2})[:h](\\d{2})"), ([, h, m]) => timeOf(num(h), num(m))],
  [word("(\\d{1,2})\\.(\\d{2})"), ([, h, m]) => timeOf(num(h), num(m))],
  [
    word("(\\d{1,2})(?:h| ?o'?clock)?"),
    ([, h]) => timeOf(num(h) >= 1 && num(h) <= 7 ? num(h) + 12 : num(h), 0),
  ],
  [
    word("(?:in the )?(noon|midday|lunchtime|morning|afternoon|evening)"),
    ([, part]) => {
      const time = partsOfDay[part ?? ""];
      return time ? { time } : null;
    },
  ],
];

const fillers = word("(?:at|on|around|about|by|the|from now)");

/** A sentence names what was not understood. */
export function readFollowUpWords(text: string): FollowUpWords | string {
  const whole = text.toLowerCase().replaceAll("’", "'").replaceAll(/\s+/g, " ").trim();
  let rest = whole;
  let found: FollowUpWords = {};
  let part: TimeOfDay | undefined;
  while (rest !== "") {
    const filler = fillers.exec(rest)?.[0] ?? /^[,;@&+-]|^and(?![\p{L}\d])/u.exec(rest)?.[0];
    if (filler) {
      rest = rest.slice(filler.length).trim();
      continue;
    }
    const taken = take(rest);
    if (!taken) return `I do not understand “${firstWord(rest)}”. ${examples}`;
    const isPart = /^(?:in the )?(?:morning|afternoon|evening)/.test(taken.words);
    if (isPart && taken.read.time) part = taken.read.time;
    const joined = join(found, isPart ? {} : taken.read);
    if (!joined) return `“${taken.words}” is one too many. ${examples}`;
    found = joined;
    rest = rest.slice(taken.words.length).trim();
  }
  if (part) found = { ...found, time: withPart(found.time, part) };
  if (!found.day && !found.time && found.minutes === undefined)
    return `That says no time. ${examples}`;
  return found;
}

const examples = "Try “tue 14:00”, “in 3 days” or “5 dec”.";

function take(rest: string): { words: string; read: FollowUpWords } | undefined {
  for (const [pattern, read] of rules) {
    const match = pattern.exec(rest);
    const words = match?.[0].trim();
    const meant = match && words ? read(match) : null;
    if (meant && words) return { words, read: meant };
  }
  return undefined;
}

/** Undefined where one thing is said twice; hours and minutes from now add up. */
function join(one: FollowUpWords, other: FollowUpWords): FollowUpWords | undefined {
  if (one.minutes !== undefined && other.minutes !== undefined) {
    return { ...one, minutes: one.minutes + other.minutes };
  }
  const [weekday, dated] = one.day?.kind === "weekday" ? [one, other] : [other, one];
  if (weekday.day?.kind === "weekday" && !weekday.day.next && dated.day?.kind === "dates") {
    return { ...one, ...other, day: dated.day, onWeekday: weekday.day.weekday };
  }
  const hasTwice = (one.day && other.day) || (one.time && other.time);
  return hasTwice ? undefined : { ...one, ...other };
}

/** "friday afternoon 3" is three in the afternoon; "tomorrow morning" alone is nine. */
function withPart(time: TimeOfDay | undefined, part: TimeOfDay): TimeOfDay {
  if (!time) return part;
  if (part.hour === 9)
    return time.hour >= 13 && time.hour <= 19 ? { ...time, hour: time.hour - 12 } : time;
  return time.hour < 12 ? { ...time, hour: time.hour + 12 } : time;
}

function firstWord(rest: string): string {
  const [first = rest] = rest.split(" ");
  return first.length > 30 ? `${first.slice(0, 30)}…` : first;
}

const num = (digits: string | undefined) => Number(digits);

function amountOf(said: string | undefined): number {
  if (said === undefined || said.startsWith("half")) return 0.5;
  if (said === "a" || said === "an") return 1;
  const named = amounts.indexOf(said);
  return named < 0 ? Number(said) : named;
}

function fromNow(count: number, unit: string): FollowUpWords | null {
  if (unit.startsWith("mo")) return { day: { kind: "months", count: Math.ceil(count) } };
  if (unit.startsWith("m")) return { minutes: count };
  if (unit.startsWith("h")) return { minutes: count * 60 };
  const days = Math.ceil(unit.startsWith("w") ? count * 7 : count);
  return days > 0 ? inDays(days) : null;
}

function inDays(count: number): FollowUpWords {
  return { day: { kind: "days", count } };
}

function weekdayOf(name: string | undefined): number {
  return weekdays.indexOf((name ?? "").slice(0, 3)) + 1;
}

function weekdayOfNextWeek(name: string | undefined): FollowUpWords {
  return { day: { kind: "weekday_of_next_week", weekday: weekdayOf(name) } };
}

function monthOf(name: string | undefined): number {
  return months.indexOf((name ?? "").slice(0, 3)) + 1;
}

function dates([month, day]: readonly [number, number], year?: number): FollowUpWords | null {
  if (month < 1 || month > 12 || day < 1 || day > 31) return null;
  return {
    day: { kind: "dates", dates: [{ month, day, ...(year === undefined ? {} : { year }) }] },
  };
}

/** "12/5": the twelfth of May to some, the fifth of December to others. */
function eitherWay(a: number, b: number, year: string | undefined): FollowUpWords | null {
  const written = year ? { year: Number(year) } : {};
  const both = [
    { month: b, day: a, ...written },
    { month: a, day: b, ...written },
  ].filter(({ month, day }) => month >= 1 && month <= 12 && day >= 1 && day <= 31);
  const [first] = both;
  if (!first) return null;
  return { day: { kind: "dates", dates: a === b ? [first] : both } };
}

function onTwelve(
  hour: number,
  minute: string | undefined,
  half: string | undefined,
): FollowUpWords | null {
  if (hour < 1 || hour > 12) return null;
  return timeOf((hour % 12) + (half?.startsWith("p") ? 12 : 0), minute ? Number(minute) : 0);
}

function timeOf(hour: number, minute: number): FollowUpWords | null {
  return hour > 23 || minute > 59 ? null : { time: { hour, minute } };
}
