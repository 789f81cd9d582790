// May this person be contacted now, in this way? A gate that always says why, and when it opens again: they
// agreed, nobody asked for silence, it is a decent hour where they live, it is not too often, and it is the
// way they wished. `no` is the person's word and final; `ask` is the desk's advice, and whoever goes on says why.

import type { LeadStatus } from "../leads/lead-status";
import { type ContactChannel, type ContactOutcome, isContactMade } from "./contact-attempt";
import type { ContactPreference } from "./contact-preference";
import type { ContactReason } from "./contact-reason";
import { endOfNight, localTime, quietHours } from "./quiet-hours";

/**
 * How often is too often. Three calls in 24 hours: Florida's telephone solicitation act (501.616(6)(b)).
 * Seven in seven days: what debt collectors are held to (12 CFR 1006.14(b)(2)); whoever invites to a study
 * should not ring more. Eight tries without an answer, and two written messages a day, are our own measure.
 */
export const contactCaps = {
  callsPerDay: 3,
  callsPerWeek: 7,
  messagesPerDay: 2,
  triesWithoutAnswer: 8,
} as const;

/** What the gate needs to know of an attempt made before. */
export interface AttemptBefore {
  /** ISO-8601 UTC. */
  readonly at: string;
  readonly channel: ContactChannel;
  readonly outcome: ContactOutcome;
}

export interface LeadForContact {
  readonly status: LeadStatus;
  readonly doNotContact: boolean;
  /** To be contacted about this study by this site; for anything else nobody has agreed. */
  readonly hasConsent: boolean;
  /** When the person took the consent back, by their own hand. */
  readonly consentWithdrawnAt: string | null;
  /** IANA zone. */
  readonly timeZone: string;
  /** Newest first, at least the last twenty; left out, nothing is counted. */
  readonly attempts?: readonly AttemptBefore[];
  readonly preference?: ContactPreference;
  readonly followUpAt?: string | null;
}

export type MayContactReason =
  | "ok"
  | "consent_withdrawn"
  | "do_not_contact"
  | "no_consent"
  | "declined"
  | "quiet_hours"
  | "too_many_today"
  | "too_many_this_week"
  | "too_many_in_all"
  | "wished_channel";

export interface MayContact {
  /** `no` blocks; `ask` warns and lets a person decide. */
  readonly answer: "yes" | "ask" | "no";
  readonly reason: MayContactReason;
  readonly sentence: string;
  /** ISO-8601 UTC: when this reason is none any more; null where no time will change it. */
  readonly opensAt: string | null;
}

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
/** Around the time that somebody asked to be called back at. */
const callbackMs = hourMs;

export function mayContact(
  lead: LeadForContact,
  now: Date,
  channel: ContactChannel = "phone",
): MayContact {
  return (
    personsWord(lead) ??
    tooOften(lead.attempts ?? [], now, channel) ??
    quietNow(lead, now, channel) ??
    otherWayWished(lead, channel) ?? {
      answer: "yes",
      reason: "ok",
      sentence: isHeardAtOnce(channel)
        ? `It is ${localTime(lead.timeZone, now).time} where they live.`
        : "Agreed to be written to about this study.",
      opensAt: null,
    }
  );
}

/**
 * Whether an attempt may be logged as it is. What the person began or asked for is never kept from being
 * logged, unless they asked for silence already.
 */
export function isLetThrough(
  gate: MayContact,
  attempt: { outcome: ContactOutcome; despite?: ContactReason | null | undefined },
): boolean {
  const isFinal = gate.reason === "do_not_contact" || gate.reason === "consent_withdrawn";
  if (isFinal) return false;
  if (gate.answer === "yes") return true;
  if (attempt.outcome === "replied" || attempt.outcome === "do_not_contact") return true;
  if (gate.answer === "ask") return Boolean(attempt.despite);
  return gate.reason === "declined" && attempt.despite === "they_got_in_touch";
}

function personsWord(lead: LeadForContact): MayContact | undefined {
  if (!lead.hasConsent && lead.consentWithdrawnAt !== null) {
    return no(
      "consent_withdrawn",
      "Took back the consent to be contacted. Do not call or write; whoever changes their mind writes again.",
    );
  }
  if (lead.doNotContact) {
    return no("do_not_contact", "Asked not to be contacted. Do not call or write.");
  }
  if (!lead.hasConsent) {
    return no("no_consent", "No consent to contact is on file. Do not call or write.");
  }
  if (lead.status === "declined") {
    return no("declined", "Declined. Contact again only if the person asks for it.");
  }
  return undefined;
}

function tooOften(
  attempts: readonly AttemptBefore[],
  now: Date,
  channel: ContactChannel,
): MayContact | undefined {
  if (channel === "in_person") return undefined;
  const isWritten = channel !== "phone";
  const alike = attempts.filter(
    (made) =>
      (made.channel !== "phone") === isWritten && isTry(made) && made.channel !== "in_person",
  );
  const within = (ms: number) =>
    alike.filter(
      ({ at }) => Date.parse(at) > now.getTime() - ms && Date.parse(at) <= now.getTime(),
    );
  const opens = (made: readonly AttemptBefore[], most: number, ms: number) => {
    const oldest = made[most - 1];
    return oldest ? new Date(Date.parse(oldest.at) + ms).toISOString() : null;
  };
  const today = within(dayMs);
  const perDay = isWritten ? contactCaps.messagesPerDay : contactCaps.callsPerDay;
  if (today.length >= perDay) {
    const what = isWritten ? "Written to" : "Called";
    return ask(
      "too_many_today",
      `${what} ${times(today.length)} within 24 hours. More than that presses people.`,
      opens(today, perDay, dayMs),
    );
  }
  const week = isWritten ? [] : within(7 * dayMs);
  if (week.length >= contactCaps.callsPerWeek) {
    return ask(
      "too_many_this_week",
      `Called ${times(week.length)} within seven days. More than that presses people.`,
      opens(week, contactCaps.callsPerWeek, 7 * dayMs),
    );
  }
  const sinceAnswer = triesSinceAnswer(attempts);
  if (sinceAnswer >= contactCaps.triesWithoutAnswer) {
    return ask(
      "too_many_in_all",
      `${sinceAnswer} tries without an answer. Could not reach may be the honest status now.`,
      null,
    );
  }
  return undefined;
}

function quietNow(
  lead: LeadForContact,
  now: Date,
  channel: ContactChannel,
): MayContact | undefined {
  if (!isHeardAtOnce(channel) || isCallbackTime(lead, now)) return undefined;
  const { hour, time } = localTime(lead.timeZone, now);
  if (hour >= quietHours.endsAt && hour < quietHours.startsAt) return undefined;
  return ask(
    "quiet_hours",
    `It is ${time} where they live: quiet hours until ${quietHours.endsAt}:00.`,
    endOfNight(lead.timeZone, now, quietHours.endsAt).toISOString(),
  );
}

/** They named the time themselves: then no hour is a wrong one. */
function isCallbackTime({ attempts = [], followUpAt = null }: LeadForContact, now: Date): boolean {
  if (attempts[0]?.outcome !== "callback_requested" || followUpAt === null) return false;
  return Math.abs(Date.parse(followUpAt) - now.getTime()) <= callbackMs;
}

const wishes = {
  phone: "to be called",
  email: "to be written to by e-mail",
  text_message: "to be sent text messages",
} as const;

function otherWayWished(
  { preference, attempts = [] }: LeadForContact,
  channel: ContactChannel,
): MayContact | undefined {
  const wished = preference?.channel ?? null;
  if (wished === null || wished === channel || channel === "in_person") return undefined;
  // Without a single try the wished way, another one needs a word.
  if (attempts.some((made) => made.channel === wished)) return undefined;
  return ask("wished_channel", `Wishes ${wishes[wished]}, and that was not tried yet.`, null);
}

/** A mail waits until it is read; a call and a text message ring. */
function isHeardAtOnce(channel: ContactChannel): boolean {
  return channel === "phone" || channel === "text_message";
}

/** What the person began themselves is no try of ours. */
function isTry({ outcome }: AttemptBefore): boolean {
  return outcome !== "replied";
}

function triesSinceAnswer(attempts: readonly AttemptBefore[]): number {
  const last = attempts.findIndex(({ outcome }) => isContactMade(outcome));
  return last < 0 ? attempts.length : last;
}

function times(count: number): string {
  return count === 1 ? "once" : count === 2 ? "twice" : `${count} times`;
}

function no(reason: MayContactReason, sentence: string): MayContact {
  return { answer: "no", reason, sentence, opensAt: null };
}

function ask(reason: MayContactReason, sentence: string, opensAt: string | null): MayContact {
  return { answer: "ask", reason, sentence, opensAt };
}
