// What the team sees on a lead: closed kinds, each with its own small shape, kept as JSON.
import { z } from "zod";
import { contactChannels, contactOutcomes } from "./contact-attempt";
import { contactHours, preferredChannels } from "./contact-preference";
import { leadStatuses, statusReasons } from "./lead-status";

export const activitySchema = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("submission_received"),
    submissionId: z.int(),
    /** The first message of the person made the lead; a later one was kept beside it. */
    first: z.boolean(),
  }),
  z.object({
    kind: z.literal("status_changed"),
    from: z.enum(leadStatuses),
    to: z.enum(leadStatuses),
    reason: z.enum(statusReasons).nullable(),
  }),
  z.object({
    kind: z.literal("contact_attempted"),
    attemptId: z.int(),
    channel: z.enum(contactChannels),
    outcome: z.enum(contactOutcomes),
    note: z.string().nullable(),
  }),
  z.object({
    kind: z.literal("follow_up_set"),
    from: z.string().nullable(),
    to: z.string().nullable(),
    note: z.string().nullable(),
  }),
  z.object({
    kind: z.literal("owner_changed"),
    from: z.string().nullable(),
    to: z.string().nullable(),
  }),
  // What the person did on their own status page.
  z.object({
    kind: z.literal("preference_set"),
    channel: z.enum(preferredChannels).nullable(),
    hours: z.enum(contactHours).nullable(),
  }),
  z.object({ kind: z.literal("consent_withdrawn") }),
  z.object({ kind: z.literal("erased") }),
]);
export type Activity = z.infer<typeof activitySchema>;
