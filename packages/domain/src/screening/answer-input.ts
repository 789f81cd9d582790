// What the screens send when a criterion is answered: what was said, never the judgement, which is the
// server's.
import { z } from "zod";
import { evidenceSources } from "./answer";

const id = z.int32().positive();

export const answerValue = z.union([
  z.boolean(),
  z.number().min(-1e9).max(1e9),
  z.string().trim().min(1).max(120),
  z.null(),
]);

export const readScreeningInput = z.object({ leadId: id });
export type ReadScreeningInput = z.infer<typeof readScreeningInput>;

export const answerCriterionInput = z.object({
  leadId: id,
  criterionId: id,
  /** The answer that stood when this one was given; null: none did. */
  expectedAnswerId: id.nullable(),
  /** Yes or no, a number, an ISO day, a choice's label; null: unknown. */
  value: answerValue,
  /** What the person said, or what stands in the record or note; in place of what was there. */
  evidence: z.string().trim().max(2000).nullable(),
  source: z.enum(evidenceSources).nullable(),
});
export type AnswerCriterionInput = z.infer<typeof answerCriterionInput>;

/** Takes back an answer of one's own: what stood before it stands again. */
export const takeBackAnswerInput = z.object({ answerId: id });
export type TakeBackAnswerInput = z.infer<typeof takeBackAnswerInput>;
