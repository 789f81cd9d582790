// What an edit of a person's facts sends: per fact, what it was when the edit began and what it becomes.
// Whether it may be written is decided fact by fact, so an edit names no version.
import { z } from "zod";
import { leadFactNames } from "./lead-facts";

const text = z.string().max(500);

export const editLeadInput = z.object({
  leadId: z.int32().positive(),
  fields: z
    .partialRecord(z.enum(leadFactNames), z.object({ from: text, to: text }))
    .refine((fields) => Object.keys(fields).length > 0, "Say what to change"),
});
export type EditLeadInput = z.infer<typeof editLeadInput>;

/** Who changed what since a version that somebody still has on the screen. */
export const changesSinceInput = z.object({
  leadId: z.int32().positive(),
  version: z.int32().nonnegative(),
});
