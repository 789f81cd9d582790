// What the team sees on a lead: closed kinds, each with its own small shape, kept as JSON.
import { z } from "zod";
import { contactChannels, contactOutcomes } from "../contact/contact-attempt";
import { contactHours, preferredChannels } from "../contact/contact-preference";
import { contactReasons } from "../contact/contact-reason";
import { mergeFields } from "../duplicates/merge-fields";
import { skipReasons } from "../queue/skip-lead";
import { eraseReasons } from "../retention/erase-lead";
import { reviewDecisions } from "../reviews/review";
import { answers } from "../screening/answer";
import { visitEnds } from "../visits/visit-states";
import { leadFactNames } from "./lead-facts";
import { leadSources } from "./lead-source";
import { leadStatuses } from "./lead-status";
import { statusReasons } from "./status-reasons";
import { undoFields } from "./undo";

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
    /** Of the criterion that failed, where the move names one: "E3". */
    label: z.string().optional(),
  }),
  z.object({
    kind: z.literal("contact_attempted"),
    attemptId: z.int(),
    channel: z.enum(contactChannels),
    outcome: z.enum(contactOutcomes),
    note: z.string().nullable(),
    /** Why it was made although the desk advised against it. */
    despite: z.enum(contactReasons).optional(),
  }),
  // A mail to the person: an attempt, too. Null is what is left of it when they were erased.
  z.object({
    kind: z.literal("mail_written"),
    attemptId: z.int(),
    subject: z.string().nullable(),
    text: z.string().nullable(),
    despite: z.enum(contactReasons).optional(),
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
  // Facts about the person that somebody put right; null is "not known", and what is left of an erased one.
  z.object({
    kind: z.literal("fields_changed"),
    changes: z.array(
      z.object({
        fact: z.enum(leadFactNames),
        from: z.string().nullable(),
        to: z.string().nullable(),
      }),
    ),
  }),
  // A row of a file; the note is the file's, for the whole team.
  z.object({
    kind: z.literal("imported"),
    importId: z.int(),
    row: z.int(),
    fileName: z.string().nullable(),
    note: z.string().nullable(),
  }),
  // Typed in by the team: the person called, or was sent by somebody.
  z.object({ kind: z.literal("added"), source: z.enum(leadSources) }),
  z.object({
    kind: z.literal("change_undone"),
    fields: z.array(z.enum(undoFields)),
    /** Where the status went back to; null where it was not touched. */
    status: z.enum(leadStatuses).nullable(),
    attemptId: z.int().nullable(),
    /** What had been taken back is done again. */
    again: z.boolean(),
  }),
  // A criterion of the study; null is "not answered".
  z.object({
    kind: z.literal("criterion_answered"),
    criterionId: z.int(),
    label: z.string(),
    from: z.enum(answers).nullable(),
    to: z.enum(answers).nullable(),
  }),
  // Put aside on Today; null is "given to somebody".
  z.object({
    kind: z.literal("skipped"),
    reason: z.enum(skipReasons),
    until: z.string().nullable(),
  }),
  // Two leads of one person became one: told on both, of the other one.
  z.object({
    kind: z.literal("merged"),
    mergeId: z.int(),
    otherId: z.int(),
    /** Whether this lead goes on or rests. */
    goesOn: z.boolean(),
    /** What came from the lead that rests. */
    taken: z.array(z.enum(mergeFields)),
  }),
  z.object({
    kind: z.literal("merge_undone"),
    mergeId: z.int(),
    otherId: z.int(),
    goesOn: z.boolean(),
    /** Changed since, and left as it is. */
    stayed: z.array(z.enum(mergeFields)),
  }),
  // What an investigator decided: the note is the question or the reason, the label the criterion that failed.
  z.object({
    kind: z.literal("reviewed"),
    reviewId: z.int(),
    decision: z.enum(reviewDecisions),
    label: z.string().nullable(),
    note: z.string().nullable(),
  }),
  z.object({
    kind: z.literal("question_answered"),
    reviewId: z.int(),
    note: z.string().nullable(),
  }),
  z.object({
    kind: z.literal("visit_planned"),
    visitId: z.int(),
    at: z.string(),
    minutes: z.int(),
    place: z.string().nullable(),
  }),
  // To another time, or another place at the same one.
  z.object({
    kind: z.literal("visit_moved"),
    visitId: z.int(),
    from: z.string(),
    to: z.string(),
    place: z.string().nullable(),
  }),
  z.object({
    kind: z.literal("visit_ended"),
    visitId: z.int(),
    at: z.string(),
    state: z.enum(visitEnds),
  }),
  z.object({
    kind: z.literal("screening_number_set"),
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
  // By the team with its reason; without one it was the person themselves.
  z.object({ kind: z.literal("erased"), reason: z.enum(eraseReasons).optional() }),
]);
export type Activity = z.infer<typeof activitySchema>;

/** What a timeline can be narrowed to: dealings with the person, or what the team changed. */
export const timelineParts = ["contact", "changes"] as const;
export type TimelinePart = (typeof timelineParts)[number];

/** Everything else is a change. */
const contactKinds: readonly Activity["kind"][] = [
  "submission_received",
  "contact_attempted",
  "mail_written",
  "visit_planned",
  "visit_moved",
  "visit_ended",
  "preference_set",
  "consent_withdrawn",
  "erased",
];

export function activityKindsOf(part: TimelinePart): Activity["kind"][] {
  return activitySchema.options
    .map(({ shape }) => shape.kind.value)
    .filter((kind) => contactKinds.includes(kind) === (part === "contact"));
}
