// Reports: numbers of the viewer's own sites, each with the filters that show its rows.
import { recruitmentInput, reportInput, screeningLogInput } from "@studydesk/domain/reports/report";
import { router, staffProcedure } from "../trpc";
import { listLines } from "./list-lines";
import { readConsort } from "./read-consort";
import { readFailures } from "./read-failures";
import { readRecruitment } from "./read-recruitment";
import { readScreeningLog } from "./read-screening-log";

export const reportsRouter = router({
  lines: staffProcedure.query(({ ctx }) => listLines(ctx.deps, ctx.viewer)),
  recruitment: staffProcedure
    .input(recruitmentInput)
    .query(({ ctx, input }) => readRecruitment(ctx.deps, ctx.viewer, input)),
  failures: staffProcedure
    .input(reportInput)
    .query(({ ctx, input }) => readFailures(ctx.deps, ctx.viewer, input)),
  screeningLog: staffProcedure
    .input(screeningLogInput)
    .query(({ ctx, input }) => readScreeningLog(ctx.deps, ctx.viewer, input)),
  consort: staffProcedure
    .input(reportInput)
    .query(({ ctx, input }) => readConsort(ctx.deps, ctx.viewer, input)),
});
