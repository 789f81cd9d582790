// What is asked about leads of one person.
import { z } from "zod";
import { mergeFields } from "./merge-fields";

const leadId = z.int().positive();

export const listPairsInput = z
  .object({
    /** The last pair of the page before. */
    cursor: z.object({ strength: z.int(), leadB: leadId, leadA: leadId }).optional(),
  })
  .default({});
export type ListPairsInput = z.infer<typeof listPairsInput>;

export const mergeLeadsInput = z
  .object({
    keptId: leadId,
    keptVersion: z.int(),
    otherId: leadId,
    otherVersion: z.int(),
    /** Fields that come from the other lead. */
    take: z.array(z.enum(mergeFields)).max(mergeFields.length),
  })
  .refine(({ keptId, otherId }) => keptId !== otherId, "A lead is not merged into itself.");
export type MergeLeadsInput = z.infer<typeof mergeLeadsInput>;

export const undoMergeInput = z.object({ mergeId: z.int().positive() });
export type UndoMergeInput = z.infer<typeof undoMergeInput>;

export const scanInput = z.object({ siteId: z.int().positive() });
export type ScanInput = z.infer<typeof scanInput>;
