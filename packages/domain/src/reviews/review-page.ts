// What stands on a candidate's page, as it is signed: everything that the investigator had in front of
// them and nothing else. What the page shows beside it (keys, counts of the queue) is not of this.
import { z } from "zod";
import { contactChannels, contactOutcomes } from "../contact/contact-attempt";
import { answers, evidenceSources } from "../screening/answer";
import { type CriterionChild, criterionKinds } from "../studies/criteria";
import { reviewDecisions } from "./review";

const child: z.ZodType<CriterionChild> = z.object({
  text: z.string(),
  get children() {
    return z.array(child);
  },
});

/** One criterion of the version in force, answered or not. */
const pageAnswer = z.object({
  lineId: z.int(),
  criterionId: z.int(),
  label: z.string(),
  kind: z.enum(criterionKinds),
  heading: z.string().nullable(),
  text: z.string(),
  children: z.array(child),
  /** Null: not answered. */
  answer: z.enum(answers).nullable(),
  /** What was said, where the answer was judged from it. */
  value: z.union([z.string(), z.number(), z.boolean()]).nullable(),
  evidence: z.string().nullable(),
  source: z.enum(evidenceSources).nullable(),
  answeredAt: z.string().nullable(),
  answeredBy: z.string().nullable(),
});
export type PageAnswer = z.infer<typeof pageAnswer>;

/** An attempt to reach the person that counts. */
const pageContact = z.object({
  id: z.int(),
  at: z.string(),
  channel: z.enum(contactChannels),
  outcome: z.enum(contactOutcomes),
  note: z.string().nullable(),
  byName: z.string().nullable(),
});

/** A decision about this person from before. */
const pageDecision = z.object({
  reviewId: z.int(),
  at: z.string(),
  byName: z.string(),
  decision: z.enum(reviewDecisions),
  label: z.string().nullable(),
  words: z.string().nullable(),
  signatureSha256: z.string().nullable(),
});

const pageNote = z.object({ id: z.int(), contentSha256: z.string() });

export const reviewPage = z.object({
  leadId: z.int(),
  firstName: z.string(),
  lastName: z.string(),
  birthYear: z.int().nullable(),
  language: z.string().nullable(),
  nctId: z.string(),
  studyTitle: z.string(),
  siteName: z.string(),
  criteriaVersion: z.int(),
  sentAt: z.string(),
  sentBy: z.string().nullable(),
  answers: z.array(pageAnswer),
  /** The newest, newest first; the others are a number. */
  contacts: z.array(pageContact),
  earlierContacts: z.int(),
  /** The question that was asked back, and what the coordinator says to it. */
  question: z
    .object({
      words: z.string().nullable(),
      askedAt: z.string(),
      askedBy: z.string(),
      reply: z.string().nullable(),
    })
    .nullable(),
  /** Oldest first. */
  decisions: z.array(pageDecision),
  /**
   * Copies of private notes that lie beside it, by their digests alone: nothing of them is kept under a
   * signature. Left out where there are none, as on pages that were signed before there could be any.
   */
  notes: z.array(pageNote).exactOptional(),
});
export type ReviewPage = z.infer<typeof reviewPage>;

/** How many dealings with the person are listed: the page prints to one sheet. */
export const contactsOnPage = 8;

/** What lies under a signature: the page, and the decision that was signed on it. */
export const signedContent = z.object({
  page: reviewPage,
  decision: z.object({
    decision: z.enum(reviewDecisions).exclude(["returned"]),
    /** Of the criterion that failed. */
    label: z.string().nullable(),
    reason: z.string().nullable(),
  }),
});
export type SignedContent = z.infer<typeof signedContent>;
