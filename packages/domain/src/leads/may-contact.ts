// May this person be called now? A gate that always says why: they agreed, nobody asked for silence,
// and where they live it is a decent hour.
import type { LeadStatus } from "./lead-status";

export const quietHours = { endsAt: 8, startsAt: 21 } as const;

export interface LeadForContact {
  readonly status: LeadStatus;
  readonly doNotContact: boolean;
  readonly hasConsent: boolean;
  /** When the person took the consent back, by their own hand. */
  readonly consentWithdrawnAt: string | null;
  /** IANA zone. */
  readonly timeZone: string;
}

export type MayContactReason =
  | "ok"
  | "consent_withdrawn"
  | "do_not_contact"
  | "no_consent"
  | "declined"
  | "quiet_hours";

export interface MayContact {
  /** `no` blocks; `ask` warns and lets a person decide. */
  readonly answer: "yes" | "ask" | "no";
  readonly reason: MayContactReason;
  readonly sentence: string;
}

export function mayContact(lead: LeadForContact, now: Date): MayContact {
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
  const { hour, time } = localTime(lead.timeZone, now);
  if (hour < quietHours.endsAt || hour >= quietHours.startsAt) {
    return {
      answer: "ask",
      reason: "quiet_hours",
      sentence: `It is ${time} where they live. Better between 8:00 and 21:00.`,
    };
  }
  return { answer: "yes", reason: "ok", sentence: `It is ${time} where they live.` };
}

/** The same moment by day; by night, nine in the morning that follows where they live. */
export function notAtNight(timeZone: string, at: Date): Date {
  const { hour, time } = localTime(timeZone, at);
  if (hour >= quietHours.endsAt && hour < quietHours.startsAt) return at;
  const minutes = hour * 60 + Number(time.slice(3));
  const dayMinutes = hour < quietHours.endsAt ? 0 : 24 * 60;
  return new Date(at.getTime() + (dayMinutes + 9 * 60 - minutes) * 60_000);
}

/** The hour (0–23) and the time of day (`14:05`) in a zone. */
export function localTime(timeZone: string, now: Date): { hour: number; time: string } {
  const time = clockOf(timeZone).format(now);
  return { hour: Number(time.slice(0, 2)), time };
}

const clocks = new Map<string, Intl.DateTimeFormat>();

function clockOf(timeZone: string): Intl.DateTimeFormat {
  let clock = clocks.get(timeZone);
  if (!clock) {
    clock = new Intl.DateTimeFormat("en-GB", {
      timeZone,
      hour: "2-digit",
      minute: "2-digit",
      hourCycle: "h23",
    });
    clocks.set(timeZone, clock);
  }
  return clock;
}

function no(reason: MayContactReason, sentence: string): MayContact {
  return { answer: "no", reason, sentence };
}
