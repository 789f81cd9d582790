// Putting a lead of Today aside: why, from a closed list, and when it comes back. A reason that lies with
// the lead keeps it from everybody, one that lies with the coordinator from them alone.
import { z } from "zod";
import type { ContactHours } from "../contact/contact-preference";
import { startOfHours } from "../contact/good-hour";
import { notAtNight } from "../contact/quiet-hours";
import { momentAt } from "../leads/local-day";

export const skipReasons = ["not_now", "wrong_time", "waiting", "not_mine", "language"] as const;
export type SkipReason = (typeof skipReasons)[number];

export const skipReasonLabels: Readonly<Record<SkipReason, string>> = {
  not_now: "Not just now",
  wrong_time: "Wrong time of day",
  waiting: "Waiting for somebody",
  not_mine: "Not mine",
  language: "Needs another language",
};

/** Reasons that give the lead to somebody else. */
const handingOver: readonly SkipReason[] = ["not_mine", "language"];

export function isHandingOver(reason: SkipReason): boolean {
  return handingOver.includes(reason);
}

const leadId = z.int32().positive();

export const skipLeadInput = z
  .object({
    leadId,
    reason: z.enum(skipReasons),
    /** Of a lead that is handed over: to whom, or null for nobody yet. */
    toUserId: z.string().max(64).nullable().optional(),
    expectedVersion: z.int32().positive(),
  })
  .refine(({ reason, toUserId }) => isHandingOver(reason) === (toUserId !== undefined), {
    error: "Say who gets the lead, or that nobody does yet.",
    path: ["toUserId"],
  });
export type SkipLeadInput = z.infer<typeof skipLeadInput>;

export const bringBackInput = z.object({ leadIds: z.array(leadId).min(1).max(200) });
export type BringBackInput = z.infer<typeof bringBackInput>;

export interface LeadForSkip {
  /** IANA zone of the person. */
  readonly timeZone: string;
  /** IANA zone of the site. */
  readonly siteTimeZone: string;
  readonly contactHours: ContactHours | null;
}

export interface Skip {
  /** When the lead comes back; nobody's sleep is disturbed by it. */
  readonly until: Date;
  readonly forAll: boolean;
}

const hour = 3_600_000;

/** When a skipped lead comes back, and for whom it stays away until then. */
export function skipOf(reason: SkipReason, lead: LeadForSkip, now: Date): Skip {
  switch (reason) {
    case "not_now":
      return { until: new Date(now.getTime() + hour), forAll: false };
    case "wrong_time":
      return { until: betterTime(lead, now), forAll: true };
    case "waiting":
      return { until: momentAt(lead.siteTimeZone, now, 1, 9), forAll: true };
    // Whoever has it from now on gets it at once.
    case "not_mine":
    case "language":
      return { until: momentAt(lead.siteTimeZone, now, 1, 9), forAll: false };
  }
}

/** The part of the day that the person wishes; else three hours from now, unless that is at night. */
function betterTime({ timeZone, contactHours }: LeadForSkip, now: Date): Date {
  const starts = contactHours ? startOfHours(contactHours) : undefined;
  if (starts === undefined) return notAtNight(timeZone, new Date(now.getTime() + 3 * hour));
  const today = momentAt(timeZone, now, 0, starts);
  return today > now ? today : momentAt(timeZone, now, 1, starts);
}
