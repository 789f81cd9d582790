// What may be done to many leads in one go, and which leads are meant: those that were picked, or all
// that match, whatever page they stand on.
import { z } from "zod";
import { leadFilters } from "../leads/lead-filters";
import { instant } from "../leads/lead-inputs";
import { leadStatuses } from "../leads/lead-status";
import { statusReasons } from "../leads/status-reasons";

export const bulkTask = z.discriminatedUnion("kind", [
  /** Null takes the owner away. */
  z.object({ kind: z.literal("assign"), ownerId: z.string().max(64).nullable() }),
  z.object({
    kind: z.literal("status"),
    to: z.enum(leadStatuses),
    reason: z.enum(statusReasons).optional(),
  }),
  /** Null takes the follow-up away. */
  z.object({ kind: z.literal("follow_up"), at: instant.nullable() }),
  /** A template by its name: each lead gets its own site's, in the person's language where there is one. */
  z.object({
    kind: z.literal("mail"),
    template: z.string().min(1).max(80),
    /** BCP 47: for people whose language it is not written in. */
    language: z.string().max(35),
  }),
]);
export type BulkTask = z.infer<typeof bulkTask>;

/** As it is kept with a job: a task, or taking such a one back. */
export const jobTask = z.discriminatedUnion("kind", [
  ...bulkTask.options,
  z.object({ kind: z.literal("undo"), of: z.string() }),
]);
export type JobTask = z.infer<typeof jobTask>;

export const mostPicked = 10_000;
const leadIds = z.array(z.int32().positive());

export const bulkSelection = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("picked"), leadIds: leadIds.min(1).max(mostPicked) }),
  z.object({
    kind: z.literal("matching"),
    filters: leadFilters,
    /** Taken out of the selection by hand. */
    exceptIds: leadIds.max(mostPicked).default([]),
  }),
]);
export type BulkSelection = z.infer<typeof bulkSelection>;

/** Which of the picked leads are not among those that match. */
export const countOutsideInput = z.object({
  leadIds: leadIds.min(1).max(mostPicked),
  filters: leadFilters,
});
export type CountOutsideInput = z.infer<typeof countOutsideInput>;

export const startBulkInput = z.object({ task: bulkTask, selection: bulkSelection });
export type StartBulkInput = z.infer<typeof startBulkInput>;

export const bulkJobInput = z.object({ jobId: z.int32().positive() });
export type BulkJobInput = z.infer<typeof bulkJobInput>;

export const listRefusalsInput = bulkJobInput.extend({
  /** The last position of the page before. */
  cursor: z.int32().min(0).nullish(),
});
export type ListRefusalsInput = z.infer<typeof listRefusalsInput>;
