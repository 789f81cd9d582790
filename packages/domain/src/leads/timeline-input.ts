// How a lead's timeline is asked for: a page at a time, all of it or one part.
import { z } from "zod";
import { timelineParts } from "./activity";

export const timelinePageSize = 50;

export const timelineInput = z.object({
  leadId: z.int32().positive(),
  part: z.enum(timelineParts).optional(),
  /** The last entry of the page before. */
  cursor: z.int32().positive().nullish(),
});
export type TimelineInput = z.infer<typeof timelineInput>;
