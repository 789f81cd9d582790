// Many leads in one go, as screens ask for it: begin, look, stop, take back.
import {
  bulkJobInput,
  countOutsideInput,
  listRefusalsInput,
  startBulkInput,
} from "@studydesk/domain/bulk/bulk-task";
import { router, staffProcedure } from "../trpc";
import { readJobs, readRefusals, stopJob, undoJob } from "./end-job";
import { countOutside, startJob } from "./start-job";

export const bulkRouter = router({
  start: staffProcedure
    .input(startBulkInput)
    .mutation(({ ctx, input }) => startJob(ctx.deps, ctx.viewer, input)),
  outside: staffProcedure
    .input(countOutsideInput)
    .query(({ ctx, input }) => countOutside(ctx.deps, ctx.viewer, input)),
  list: staffProcedure.query(({ ctx }) => readJobs(ctx.deps, ctx.viewer)),
  refusals: staffProcedure
    .input(listRefusalsInput)
    .query(({ ctx, input }) => readRefusals(ctx.deps, ctx.viewer, input)),
  stop: staffProcedure
    .input(bulkJobInput)
    .mutation(({ ctx, input }) => stopJob(ctx.deps, ctx.viewer, input)),
  undo: staffProcedure
    .input(bulkJobInput)
    .mutation(({ ctx, input }) => undoJob(ctx.deps, ctx.viewer, input)),
});
