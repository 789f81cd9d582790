// When to call again: the hour at which this site's own calls are answered most, by the clock of the person,
// away from the hours at which this person did not answer, within their wish and never at night. It says why.
import { type ContactOutcome, isContactMade, suggestNextTry } from "./contact-attempt";
import type { ContactPreference } from "./contact-preference";
import { hourFit } from "./good-hour";
import type { AttemptBefore } from "./may-contact";
import { localTime } from "./quiet-hours";

export const dayKinds = ["weekday", "weekend"] as const;
export type DayKind = (typeof dayKinds)[number];

/** What came of a site's calls at one hour (0–23) of the people's own days. */
export interface AnswerCount {
  readonly dayKind: DayKind;
  readonly hour: number;
  readonly tried: number;
  readonly reached: number;
}

export interface LeadForNextTry {
  /** IANA zone where the person lives, and that of the desk which calls. */
  readonly timeZone: string;
  readonly siteTimeZone: string;
  /** Newest first, without the one that was made just now. */
  readonly attempts: readonly AttemptBefore[];
  readonly preference: ContactPreference;
}

export interface NextTry {
  readonly at: Date;
  /** One sentence. */
  readonly why: string;
}

const hourMs = 3_600_000;
/** Calls are begun between these hours of the person's day: inside what the quiet hours leave. */
const firstHour = 9;
const lastHour = 19;
/** A desk works within these hours of its own day. */
const deskHours = [8, 20] as const;

/** Hours after the call from which, and until which, the next one is looked for. */
const windows: Readonly<Partial<Record<ContactOutcome, readonly [number, number]>>> = {
  no_answer: [4, 76],
  left_voicemail: [22, 118],
};

/**
 * What is taken for granted while a site has few calls of its own: people answer most on weekday evenings,
 * as telephone surveys found (Weeks, Kulka and Pierson 1987). Worth as much as this many calls an hour.
 */
const priorTries = 20;
const priorRates: readonly number[] = [
  0.3, 0.32, 0.32, 0.3, 0.28, 0.28, 0.29, 0.32, 0.38, 0.4, 0.36,
];
/** Fewer calls than these say nothing about the people of a site. */
const fewestTries = 40;
/** A weekend is offered where the desk has called at weekends before. */
const fewestWeekendTries = 10;

/** How much less is hoped for near an hour at which this person did not answer, and per day of waiting. */
const afterFailure = 0.6;
const perDayLater = 0.93;

/** Undefined where a person decides: the two have spoken, or the number is wrong. */
export function nextTry(
  lead: LeadForNextTry,
  outcome: ContactOutcome,
  history: readonly AnswerCount[],
  now: Date,
): NextTry | undefined {
  const usual = suggestNextTry(outcome, now, lead.timeZone);
  if (!usual) return undefined;
  const window = windows[outcome];
  if (!window) return { at: usual, why: usualWords[outcome] ?? "The usual time." };
  const missed = [
    now,
    ...lead.attempts
      .filter((made) => made.channel === "phone" && !isContactMade(made.outcome))
      .slice(0, 7)
      .map(({ at }) => new Date(at)),
  ].map((at) => slotOf(lead.timeZone, at));
  const callsAtWeekends = triedOn("weekend", history) >= fewestWeekendTries;
  const candidates = wholeHours(lead.timeZone, now, window)
    .map((at) => ({ at, ...slotOf(lead.timeZone, at) }))
    .filter(({ hour }) => hour >= firstHour && hour <= lastHour)
    .filter(({ dayKind }) => dayKind === "weekday" || callsAtWeekends);
  const wished = candidates.filter(({ at }) => fits(lead, at));
  const pool = wished.length > 0 ? wished : candidates;
  const within = pool.filter(({ at }) => isDeskOpen(lead.siteTimeZone, at));
  let best: { at: Date; slot: Slot; score: number } | undefined;
  for (const { at, ...slot } of within.length > 0 ? within : pool) {
    const failures = missed.filter((each) => isNear(each, slot)).length;
    const days = (at.getTime() - now.getTime()) / (24 * hourMs);
    const score = answerRate(history, slot) * afterFailure ** failures * perDayLater ** days;
    if (!best || score > best.score) best = { at, slot, score };
  }
  if (!best) return { at: usual, why: "The usual time." };
  return { at: best.at, why: reason(lead, history, missed, best.slot, wished.length > 0) };
}

interface Slot {
  readonly dayKind: DayKind;
  readonly hour: number;
}

/** The part of the week, and the hour, that a moment is to a person there. */
export function slotOf(timeZone: string, at: Date): Slot {
  const day = weekdayOf(timeZone).format(at);
  return {
    dayKind: day === "Sat" || day === "Sun" ? "weekend" : "weekday",
    hour: localTime(timeZone, at).hour,
  };
}

/** How likely a call is answered, 0 to 1: the site's own counts, leaning on what is known of people. */
export function answerRate(history: readonly AnswerCount[], slot: Slot): number {
  let tried = priorTries;
  let reached = priorTries * (priorRates[slot.hour - firstHour] ?? 0.2);
  for (const count of history) {
    if (count.dayKind !== slot.dayKind) continue;
    // The hours beside it say something about this one, too.
    const weight = count.hour === slot.hour ? 1 : Math.abs(count.hour - slot.hour) === 1 ? 0.5 : 0;
    tried += weight * count.tried;
    reached += weight * count.reached;
  }
  return reached / tried;
}

const usualWords: Readonly<Partial<Record<ContactOutcome, string>>> = {
  busy: "A busy line is often free again within the hour.",
  message_sent: "Two days are time enough to answer a message.",
  callback_requested: "Asked to be called back; the day after, unless they named a time.",
};

function reason(
  { preference }: LeadForNextTry,
  history: readonly AnswerCount[],
  missed: readonly Slot[],
  slot: Slot,
  keepsWish: boolean,
): string {
  const { hours } = preference;
  if (keepsWish && hours !== null && hours !== "any")
    return `They wish to be called in the ${hours}.`;
  if (triedOn(slot.dayKind, history) < fewestTries) {
    return "Another time of day than before; this site has too few calls yet to say when people answer.";
  }
  const from = bestTwoHours(history, slot.dayKind);
  if (slot.hour === from || slot.hour === from + 1) {
    const when = slot.dayKind === "weekend" ? " at weekends" : "";
    return `People here pick up most between ${from} and ${from + 2}${when}.`;
  }
  const peak = { dayKind: slot.dayKind, hour: from };
  return missed.some((each) => isNear(each, peak))
    ? `Another time of day than before: people here also pick up around ${slot.hour}.`
    : `People here pick up well around ${slot.hour}.`;
}

function bestTwoHours(history: readonly AnswerCount[], dayKind: DayKind): number {
  let best = firstHour;
  const rate = (hour: number) =>
    answerRate(history, { dayKind, hour }) + answerRate(history, { dayKind, hour: hour + 1 });
  for (let hour = firstHour; hour < lastHour; hour += 1) if (rate(hour) > rate(best)) best = hour;
  return best;
}

function triedOn(dayKind: DayKind, history: readonly AnswerCount[]): number {
  return history.reduce((sum, each) => (each.dayKind === dayKind ? sum + each.tried : sum), 0);
}

function isNear(one: Slot, other: Slot): boolean {
  return one.dayKind === other.dayKind && Math.abs(one.hour - other.hour) <= 1;
}

function fits({ preference, timeZone }: LeadForNextTry, at: Date): boolean {
  return hourFit({ contactHours: preference.hours, timeZone }, at) !== "bad";
}

function isDeskOpen(siteTimeZone: string, at: Date): boolean {
  const { hour } = localTime(siteTimeZone, at);
  return hour >= deskHours[0] && hour < deskHours[1];
}

/** The full hours of the person's clock within the window. */
function wholeHours(timeZone: string, now: Date, [from, to]: readonly [number, number]): Date[] {
  const first = new Date(Math.ceil((now.getTime() + from * hourMs) / 60_000) * 60_000);
  const minutes = Number(localTime(timeZone, first).time.slice(3));
  const start = first.getTime() + ((60 - minutes) % 60) * 60_000;
  return Array.from({ length: to - from }, (_, hours) => new Date(start + hours * hourMs));
}

const weekdays = new Map<string, Intl.DateTimeFormat>();

function weekdayOf(timeZone: string): Intl.DateTimeFormat {
  const known = weekdays.get(timeZone);
  if (known) return known;
  const format = new Intl.DateTimeFormat("en-GB", { timeZone, weekday: "short" });
  weekdays.set(timeZone, format);
  return format;
}
