// What the screens of a study's criteria may send.
import { z } from "zod";
import { amendmentEffects } from "./amendment";
import { criterionFields } from "./criterion";

const id = z.int32().positive();

export const ofStudyInput = z.object({ studyId: id });
export const ofVersionInput = z.object({ versionId: id });

/** A version compared with another one; left out: with the one before it, a draft with the one in force. */
export const diffVersionsInput = ofVersionInput.extend({ againstId: id.optional() });
export type DiffVersionsInput = z.infer<typeof diffVersionsInput>;

/** The whole list in its order; a criterion without a line is a new one. */
export const saveDraftInput = ofVersionInput.extend({
  expectedRevision: id,
  criteria: z.array(criterionFields.extend({ lineId: id.nullable() })).max(500),
});
export type SaveDraftInput = z.infer<typeof saveDraftInput>;

export const publishVersionInput = ofVersionInput.extend({ expectedRevision: id });
export type PublishVersionInput = z.infer<typeof publishVersionInput>;

export const amendmentInput = ofVersionInput.extend({
  effect: z.enum(amendmentEffects).optional(),
  /** The last lead of the page before. */
  cursor: id.nullish(),
});
export type AmendmentInput = z.infer<typeof amendmentInput>;

export const followUpAmendmentInput = ofVersionInput.extend({
  effect: z.enum(["ask_again", "may_fit"]),
  /** Where the call before ended. */
  after: id.nullish(),
});
export type FollowUpAmendmentInput = z.infer<typeof followUpAmendmentInput>;
