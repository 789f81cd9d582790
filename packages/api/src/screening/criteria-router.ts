// A study's criteria by version: everybody of its sites reads them, its doctors and admins change them.
import {
  amendmentInput,
  diffVersionsInput,
  followUpAmendmentInput,
  ofStudyInput,
  ofVersionInput,
  publishVersionInput,
  saveDraftInput,
} from "@studydesk/domain/screening/criteria-inputs";
import { router, staffProcedure } from "../trpc";
import { readAmendment } from "./amendment-view";
import { readVersion, readVersionDiff, readVersions } from "./criteria-view";
import { beginDraft, discardDraft, saveDraft } from "./edit-criteria";
import { followUpAmendment } from "./follow-up-amendment";
import { publishCriteria, readEffect } from "./publish-criteria";

export const criteriaRouter = router({
  versions: staffProcedure
    .input(ofStudyInput)
    .query(({ ctx, input }) => readVersions(ctx.deps.db, ctx.viewer, input.studyId)),
  read: staffProcedure
    .input(ofVersionInput)
    .query(({ ctx, input }) => readVersion(ctx.deps.db, ctx.viewer, input.versionId)),
  diff: staffProcedure
    .input(diffVersionsInput)
    .query(({ ctx, input }) => readVersionDiff(ctx.deps.db, ctx.viewer, input)),
  beginDraft: staffProcedure
    .input(ofStudyInput)
    .mutation(({ ctx, input }) => beginDraft(ctx.deps, ctx.viewer, input)),
  saveDraft: staffProcedure
    .input(saveDraftInput)
    .mutation(({ ctx, input }) => saveDraft(ctx.deps, ctx.viewer, input)),
  discardDraft: staffProcedure
    .input(ofVersionInput)
    .mutation(({ ctx, input }) => discardDraft(ctx.deps, ctx.viewer, input)),
  effect: staffProcedure
    .input(ofVersionInput)
    .query(({ ctx, input }) => readEffect(ctx.deps.db, ctx.viewer, input.versionId)),
  publish: staffProcedure
    .input(publishVersionInput)
    .mutation(({ ctx, input }) => publishCriteria(ctx.deps, ctx.viewer, input)),
  amendment: staffProcedure
    .input(amendmentInput)
    .query(({ ctx, input }) => readAmendment(ctx.deps.db, ctx.viewer, input)),
  followUpAmendment: staffProcedure
    .input(followUpAmendmentInput)
    .mutation(({ ctx, input }) => followUpAmendment(ctx.deps, ctx.viewer, input)),
});
