// Attempts to reach a person: closed lists, and what each outcome means for the next step.
import type { LeadStatus } from "./lead-status";

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

/** When to try again by default; the screen offers it and the person may change it. */
export function suggestNextTry(outcome: ContactOutcome, at: Date): Date | undefined {
  const hours = hoursToNextTry[outcome];
  return hours === undefined ? undefined : new Date(at.getTime() + hours * 3_600_000);
}

/** A first attempt moves a new lead to contacting; everything further is a person's decision. */
export function statusAfterAttempt(status: LeadStatus): LeadStatus {
  return status === "new" ? "contacting" : status;
}
