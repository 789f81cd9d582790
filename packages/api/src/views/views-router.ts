// Saved views, as screens ask for them: each procedure is one use case.
import {
  changeViewInput,
  keepLayoutInput,
  pinViewInput,
  reorderViewsInput,
  saveViewInput,
  shareViewInput,
  viewIdInput,
  viewVersionInput,
} from "@studydesk/domain/views/view-inputs";
import { router, staffProcedure } from "../trpc";
import { changeView } from "./change-view";
import { deleteView, restoreView } from "./delete-view";
import { keepLayout, pinView, reorderViews } from "./keep-view";
import { readViews } from "./read-views";
import { cloneView, saveView } from "./save-view";
import { shareView } from "./share-view";

export const viewsRouter = router({
  list: staffProcedure.query(({ ctx }) => readViews(ctx.deps, ctx.viewer)),
  save: staffProcedure
    .input(saveViewInput)
    .mutation(({ ctx, input }) => saveView(ctx.deps, ctx.viewer, input)),
  clone: staffProcedure
    .input(viewIdInput)
    .mutation(({ ctx, input }) => cloneView(ctx.deps, ctx.viewer, input)),
  change: staffProcedure
    .input(changeViewInput)
    .mutation(({ ctx, input }) => changeView(ctx.deps, ctx.viewer, input)),
  share: staffProcedure
    .input(shareViewInput)
    .mutation(({ ctx, input }) => shareView(ctx.deps, ctx.viewer, input)),
  delete: staffProcedure
    .input(viewVersionInput)
    .mutation(({ ctx, input }) => deleteView(ctx.deps, ctx.viewer, input)),
  restore: staffProcedure
    .input(viewVersionInput)
    .mutation(({ ctx, input }) => restoreView(ctx.deps, ctx.viewer, input)),
  pin: staffProcedure
    .input(pinViewInput)
    .mutation(({ ctx, input }) => pinView(ctx.deps, ctx.viewer, input)),
  reorder: staffProcedure
    .input(reorderViewsInput)
    .mutation(({ ctx, input }) => reorderViews(ctx.deps, ctx.viewer, input)),
  keepLayout: staffProcedure
    .input(keepLayoutInput)
    .mutation(({ ctx, input }) => keepLayout(ctx.deps, ctx.viewer, input)),
});
