// A study's criteria by version: everybody of its sites reads them, its doctors and admins change them.
import {
  diffVersionsInput,
  ofStudyInput,
  ofVersionInput,
  saveDraftInput,
} from "@studydesk/domain/screening/criteria-inputs";
import { router, staffProcedure } from "../trpc";
import { readVersion, readVersionDiff, readVersions } from "./criteria-view";
import { beginDraft, discardDraft, saveDraft } from "./edit-criteria";

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
});
