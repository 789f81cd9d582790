// Plain-language texts beside the registry's: the owner and the admins of a study's sites write, publish
// and withdraw them.
import {
  changeOverviewDraftInput,
  draftOverviewInput,
  publishOverviewInput,
  readOverviewInput,
  reuseOverviewInput,
  saveOverviewDraftInput,
  withdrawOverviewInput,
} from "@studydesk/domain/studies/overview";
import { router, staffProcedure } from "../trpc";
import { draftOverview } from "./draft-overview";
import { readOverview } from "./overview-view";
import { publishOverview, withdrawOverview } from "./publish-overview";
import {
  reuseOverview,
  saveOverviewDraft,
  startOverviewOver,
  takeOverviewBack,
} from "./save-overview-draft";

export const overviewsRouter = router({
  read: staffProcedure
    .input(readOverviewInput)
    .query(({ ctx, input }) => readOverview(ctx.deps, ctx.viewer, input)),
  saveDraft: staffProcedure
    .input(saveOverviewDraftInput)
    .mutation(({ ctx, input }) => saveOverviewDraft(ctx.deps, ctx.viewer, input)),
  draftWithAi: staffProcedure
    .input(draftOverviewInput)
    .mutation(({ ctx, input, signal }) => draftOverview(ctx.deps, ctx.viewer, input, signal)),
  startOver: staffProcedure
    .input(changeOverviewDraftInput)
    .mutation(({ ctx, input }) => startOverviewOver(ctx.deps, ctx.viewer, input)),
  takeBack: staffProcedure
    .input(changeOverviewDraftInput)
    .mutation(({ ctx, input }) => takeOverviewBack(ctx.deps, ctx.viewer, input)),
  reuse: staffProcedure
    .input(reuseOverviewInput)
    .mutation(({ ctx, input }) => reuseOverview(ctx.deps, ctx.viewer, input)),
  publish: staffProcedure
    .input(publishOverviewInput)
    .mutation(({ ctx, input }) => publishOverview(ctx.deps, ctx.viewer, input)),
  withdraw: staffProcedure
    .input(withdrawOverviewInput)
    .mutation(({ ctx, input }) => withdrawOverview(ctx.deps, ctx.viewer, input)),
});
