// What the review screens may send. A signature names the page it was made on by its digest.
import { z } from "zod";
import { codeSchema } from "../people/people-inputs";

const leadId = z.int32().positive();
/** The review that was open; null: a candidate whose signature was overtaken, and who waits in none. */
const reviewId = z.int32().positive().nullable();

/** Who signs proves it again, whatever the session says. */
const signerProof = z.object({
  password: z.string().min(1).max(200),
  /** Of whoever has a second factor. */
  code: codeSchema.optional(),
});
export type SignerProof = z.infer<typeof signerProof>;

const signed = { leadId, reviewId, contentSha256: z.string().length(64), proof: signerProof };

export const signDecisionInput = z.discriminatedUnion("decision", [
  z.object({ ...signed, decision: z.literal("eligible") }),
  z.object({
    ...signed,
    decision: z.literal("not_eligible"),
    criterionId: z.int32().positive(),
    reason: z.string().trim().min(1).max(1000),
  }),
]);
export type SignDecisionInput = z.infer<typeof signDecisionInput>;

export const returnCandidateInput = z.object({
  leadId,
  reviewId,
  question: z.string().trim().min(1).max(500),
});
export type ReturnCandidateInput = z.infer<typeof returnCandidateInput>;

export const sendToReviewInput = z.object({
  leadId,
  /** To the question that the candidate came back with. */
  reply: z.string().trim().min(1).max(1000).optional(),
  expectedVersion: z.int32().positive(),
});
export type SendToReviewInput = z.infer<typeof sendToReviewInput>;
