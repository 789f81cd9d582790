// Mail that waits to go out: its kinds and states, and the rule for trying again.
import { z } from "zod";

export const mailKinds = [
  "message_copy",
  "status_link",
  "new_lead_alert",
  "invitation",
  "alert_confirmation",
  "study_alert",
  "lead_message",
  "follow_up_reminder",
  "visit",
  "visit_reminder",
  "signing_locked",
  "password_reset",
  "account_changed",
  "audit_head",
] as const;
export type MailKind = (typeof mailKinds)[number];

export const mailKindLabels: Readonly<Record<MailKind, string>> = {
  message_copy: "Copy to the person",
  status_link: "Private link, sent again",
  new_lead_alert: "Alert to the team",
  invitation: "Invitation",
  alert_confirmation: "Sign-up for study alerts",
  study_alert: "Study alert",
  lead_message: "Mail to the person",
  follow_up_reminder: "Reminder of follow-ups",
  visit: "Visit, to the person",
  visit_reminder: "Reminder of a visit, to the person",
  signing_locked: "Signing was locked",
  audit_head: "End of the audit trail",
  password_reset: "Link for a new password",
  account_changed: "Word of a changed account",
};

export const mailStatuses = ["queued", "sent", "failed"] as const;
export type MailStatus = (typeof mailStatuses)[number];
export const mailStatusSchema = z.enum(mailStatuses);

export const mailStatusLabels: Readonly<Record<MailStatus, string>> = {
  queued: "Queued",
  sent: "Sent",
  failed: "Failed",
};

const minute = 60_000;
/** Milliseconds; no try waits longer for the next one. */
export const longestMailWait = 4 * 60 * minute;
const giveUpAfter = 3 * 24 * 60 * minute;
const fewestTries = 8;

/**
 * Milliseconds until the next try after `attempts` failed ones: a minute, doubling up to four hours,
 * spread over the upper half so that senders do not all come back at once. `random` is in [0, 1).
 */
export function mailRetryDelay(attempts: number, random: number): number {
  const full = Math.min(minute * 2 ** Math.max(0, attempts - 1), longestMailWait);
  return Math.round(full / 2 + (full / 2) * random);
}

/**
 * Three days of trying are enough. The fewest tries are for mail that is old for another reason: the
 * server was off, or somebody asked for it to be tried again.
 */
export function mailGivesUp(mail: { createdAt: string; attempts: number }, now: Date): boolean {
  const age = now.getTime() - Date.parse(mail.createdAt);
  return age >= giveUpAfter && mail.attempts >= fewestTries;
}
