// Reports: numbers of the viewer's own sites, each with the filters that show its rows.
import { router, staffProcedure } from "../trpc";
import { listLines } from "./list-lines";

export const reportsRouter = router({
  lines: staffProcedure.query(({ ctx }) => listLines(ctx.deps, ctx.viewer)),
});
