// Attempts to reach a person: closed lists, and what each outcome means for the next step.
import { type LeadStatus, openLeadStatuses } from "../leads/lead-status";
import { notAtNight } from "./quiet-hours";

export const contactChannels = ["phone", "email", "text_message", "in_person"] as const;
export type ContactChannel = (typeof contactChannels)[number];

export const contactChannelLabels: Readonly<Record<ContactChannel, string>> = {
  phone: "Phone",
  email: "E-mail",
  text_message: "Text message",
  in_person: "In person",
};

export const contactOutcomes = [
  "reached",
  "left_voicemail",
  "no_answer",
  "busy",
  "wrong_number",
  "undeliverable",
  "message_sent",
  "replied",
  "callback_requested",
  "do_not_contact",
] as const;
export type ContactOutcome = (typeof contactOutcomes)[number];

export const contactOutcomeLabels: Readonly<Record<ContactOutcome, string>> = {
  reached: "Reached",
  left_voicemail: "Left voicemail",
  no_answer: "No answer",
  busy: "Busy",
  wrong_number: "Wrong number",
  undeliverable: "Undeliverable",
  message_sent: "Message sent",
  replied: "Replied",
  callback_requested: "Asked to be called back",
  do_not_contact: "Asked not to be contacted",
};

/** Outcomes that mean: the person and the site have spoken. */
const contactMade: readonly ContactOutcome[] = [
  "reached",
  "replied",
  "callback_requested",
  "do_not_contact",
];

export function isContactMade(outcome: ContactOutcome): boolean {
  return contactMade.includes(outcome);
}

/** Hours until the next try that is set by itself; undefined: none, a person decides. */
const hoursToNextTry: Readonly<Partial<Record<ContactOutcome, number>>> = {
  busy: 1,
  no_answer: 20,
  left_voicemail: 44,
  message_sent: 44,
  callback_requested: 24,
};

/** When to try again by default, never at night; the screen offers it and a person may change it. */
export function suggestNextTry(
  outcome: ContactOutcome,
  at: Date,
  timeZone: string,
): Date | undefined {
  const hours = hoursToNextTry[outcome];
  if (hours === undefined) return undefined;
  return notAtNight(timeZone, new Date(at.getTime() + hours * 3_600_000));
}

export interface LeadForAttempt {
  readonly status: LeadStatus;
  readonly ownerId: string | null;
  readonly attemptCount: number;
  readonly firstContactAt: string | null;
  readonly followUpNote: string | null;
  /** IANA zone. */
  readonly timeZone: string;
}

export interface AttemptMade {
  readonly outcome: ContactOutcome;
  /** Null: never by itself; left out: the outcome's usual time. */
  readonly nextTryAt?: string | null | undefined;
}

/**
 * What an attempt makes of a lead, foreseen on the screen and saved by the server. A new lead moves to
 * contacting, everything further is a person's decision; a lead that nobody owns is its caller's.
 */
export function changesAfterAttempt(
  lead: LeadForAttempt,
  attempt: AttemptMade,
  byUserId: string,
  now: Date,
) {
  const at = now.toISOString();
  const hasSpoken = isContactMade(attempt.outcome);
  const followUpAt = nextTryAfter(lead, attempt, now);
  return {
    ...(lead.status === "new"
      ? { status: "contacting" as const, statusSince: at, statusReason: null }
      : {}),
    ...(lead.ownerId === null ? { ownerId: byUserId } : {}),
    ...(attempt.outcome === "do_not_contact" ? { doNotContact: true } : {}),
    attemptCount: lead.attemptCount + 1,
    lastAttemptAt: at,
    firstContactAt: lead.firstContactAt ?? (hasSpoken ? at : null),
    followUpAt,
    // What the follow-up was about stays with it until the two have spoken.
    followUpNote: followUpAt === null || hasSpoken ? null : lead.followUpNote,
  };
}

function nextTryAfter(
  { status, timeZone }: LeadForAttempt,
  { outcome, nextTryAt }: AttemptMade,
  now: Date,
): string | null {
  if (outcome === "do_not_contact") return null;
  if (nextTryAt !== undefined) return nextTryAt;
  if (!openLeadStatuses.includes(status)) return null;
  return suggestNextTry(outcome, now, timeZone)?.toISOString() ?? null;
}
