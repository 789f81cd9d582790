// A lead erased by the team: why, as one of a closed list, and what there is about the person before it.
import { z } from "zod";

export const eraseReasons = [
  "asked_by_letter",
  "asked_by_phone",
  "asked_by_mail",
  "mistake",
  "retention",
] as const;
export type EraseReason = (typeof eraseReasons)[number];

export const eraseReasonLabels: Readonly<Record<EraseReason, string>> = {
  asked_by_letter: "The person asked for it by letter",
  asked_by_phone: "The person asked for it by phone",
  asked_by_mail: "The person asked for it by e-mail",
  mistake: "It was entered by mistake",
  retention: "The time for which the study keeps it is over",
};

/** Without a reason it was the person, on their own status page. */
export function isAtOwnRequest(reason: EraseReason | undefined): boolean {
  return reason === undefined || (reason !== "mistake" && reason !== "retention");
}

const leadId = z.int32().positive();

export const eraseLeadInput = z.object({
  leadId,
  reason: z.enum(eraseReasons),
  /** The lead's number, typed once more: nothing brings an erased person back. */
  typedNumber: z.int32().positive(),
  expectedVersion: z.int32().positive(),
});
export type EraseLeadInput = z.infer<typeof eraseLeadInput>;

/** Rows about one person, by what they are. */
export interface HeldCounts {
  messages: number;
  consents: number;
  attempts: number;
  mails: number;
  answers: number;
  reviews: number;
  visits: number;
  /** Private ones, of all authors, with drafts. */
  notes: number;
  shares: number;
  activities: number;
  /** Other leads that were merged into this one. */
  mergedLeads: number;
}
