// The retention clock: when a lead falls due to be erased, if ever. Nobody is due early: not while somebody works on
// the lead, not while the study's records must be kept, and not because a clock is a day wrong.
import { z } from "zod";
import { consentedStatuses, type LeadStatus } from "../leads/lead-status";

export interface RetentionRule {
  /** After a lead without consent to the study was closed; null: never by the clock. */
  readonly closedMonths: number | null;
  /** After somebody who consented to the study was enrolled, failed screening or left; null: never. */
  readonly consentedMonths: number | null;
  /** ISO day: the last one of the duty to keep the study's records; null: it has no known end. */
  readonly recordsKeptUntil: string | null;
}

export const noRule: RetentionRule = {
  closedMonths: null,
  consentedMonths: null,
  recordsKeptUntil: null,
};

export interface LeadForRetention {
  readonly status: LeadStatus;
  readonly statusSince: string;
  readonly enrolledAt: string | null;
  /** When the person last wrote. */
  readonly lastMessageAt: string | null;
  /** Somebody still wants to do something. */
  readonly followUpAt: string | null;
}

/** At rest before consent to the study. */
export const closedStatuses = [
  "could_not_reach",
  "declined",
  "pre_screen_failure",
  "invalid",
] as const satisfies readonly LeadStatus[];
/** At rest after it; whoever is in screening is not. */
export const restingConsented = [
  "enrolled",
  "screen_failure",
  "withdrawn",
] as const satisfies readonly LeadStatus[];

const hourMs = 3_600_000;
/** Between falling due and being erased, so that a clock that is a day fast erases nobody early. */
export const marginMs = 24 * hourMs;
/** How far a look ahead goes. */
export const aheadDays = 30;

/** ISO-8601 UTC; null: never, as things are. */
export function dueAt(lead: LeadForRetention, rule: RetentionRule): string | null {
  if (lead.followUpAt !== null) return null;
  const quietSince = latestOf([lead.statusSince, lead.lastMessageAt, lead.enrolledAt]);
  const isAmong = (statuses: readonly LeadStatus[]) => statuses.includes(lead.status);
  if (isAmong(closedStatuses) && rule.closedMonths !== null) {
    return addMonths(quietSince, rule.closedMonths);
  }
  if (!isAmong(restingConsented) || rule.consentedMonths === null) return null;
  if (rule.recordsKeptUntil === null) return null;
  return latestOf([addMonths(quietSince, rule.consentedMonths), endOfDuty(rule.recordsKeptUntil)]);
}

/** By what they mean: as text, years of five digits stand before all others. */
function latestOf(times: readonly (string | null)[]): string {
  const known = times.filter((at) => at !== null).map((at) => Date.parse(at));
  return new Date(Math.max(...known)).toISOString();
}

/** Whether it is to be erased now. */
export function isDue(lead: LeadForRetention, rule: RetentionRule, now: Date): boolean {
  const at = dueAt(lead, rule);
  return at !== null && now.getTime() >= Date.parse(at) + marginMs;
}

/** Whether records of people who consented may go: never as long as nobody said until when they are kept. */
export function isRecordDutyOver(
  { recordsKeptUntil }: Pick<RetentionRule, "recordsKeptUntil">,
  now: Date,
): boolean {
  return (
    recordsKeptUntil !== null && now.getTime() >= Date.parse(endOfDuty(recordsKeptUntil)) + marginMs
  );
}

/** Whether the study's records hold this lead back. */
export function isKeptByDuty(
  lead: { readonly status: LeadStatus },
  rule: Pick<RetentionRule, "recordsKeptUntil">,
  now: Date,
): boolean {
  return consentedStatuses.includes(lead.status) && !isRecordDutyOver(rule, now);
}

/** When the day is over everywhere on earth. */
function endOfDuty(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00.000Z`) + 36 * hourMs).toISOString();
}

/** The same day of a later month; where that month has none, the first of the next one: never earlier. */
export function addMonths(at: string, months: number): string {
  const date = new Date(at);
  date.setUTCMonth(date.getUTCMonth() + months);
  if (date.getUTCDate() !== new Date(at).getUTCDate()) date.setUTCDate(1);
  return date.toISOString();
}

/** Whether it does anything. */
export function isOn({
  closedMonths,
  consentedMonths,
}: Pick<RetentionRule, "closedMonths" | "consentedMonths">): boolean {
  return closedMonths !== null || consentedMonths !== null;
}

const monthsSchema = z
  .int()
  .min(1, "At least one month.")
  .max(600, "At most 600 months.")
  .nullable();
const studySiteId = z.int32().positive();

export const readRetentionInput = z.object({ studyId: z.int32().positive() });

export const setRetentionInput = z.object({
  studySiteId,
  closedMonths: monthsSchema,
  consentedMonths: monthsSchema,
  recordsKeptUntil: z.iso.date("Pick a day.").nullable(),
  /** 0: there was none. */
  expectedVersion: z.int32().min(0),
});
export type SetRetentionInput = z.infer<typeof setRetentionInput>;

export const listDueInput = z.object({
  studySiteId,
  /** From the page before: how many stood on those before it. */
  cursor: z.int().min(0).max(10_000_000).nullish(),
});
export type ListDueInput = z.infer<typeof listDueInput>;

export const startRetentionRunInput = z.object({
  studySiteId,
  /** How many the dry run said, typed once more. */
  typedCount: z.int32().positive(),
});
export type StartRetentionRunInput = z.infer<typeof startRetentionRunInput>;
