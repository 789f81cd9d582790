// Visits, as screens ask for them: each procedure is one use case.
import {
  endVisitInput,
  listVisitsInput,
  moveVisitInput,
  overlappingVisitsInput,
  planVisitInput,
} from "@studydesk/domain/visits/visit";
import { router, staffProcedure } from "../trpc";
import { endVisit, moveVisit, planVisit } from "./change-visit";
import { readOverlappingVisits, readUpcomingVisits, readVisitsOfLead } from "./read-visits";

export const visitsRouter = router({
  list: staffProcedure
    .input(listVisitsInput)
    .query(({ ctx, input }) => readVisitsOfLead(ctx.deps, ctx.viewer, input)),
  overlapping: staffProcedure
    .input(overlappingVisitsInput)
    .query(({ ctx, input }) => readOverlappingVisits(ctx.deps, ctx.viewer, input)),
  upcoming: staffProcedure.query(({ ctx }) => readUpcomingVisits(ctx.deps, ctx.viewer)),
  plan: staffProcedure
    .input(planVisitInput)
    .mutation(({ ctx, input }) => planVisit(ctx.deps, ctx.viewer, input)),
  move: staffProcedure
    .input(moveVisitInput)
    .mutation(({ ctx, input }) => moveVisit(ctx.deps, ctx.viewer, input)),
  end: staffProcedure
    .input(endVisitInput)
    .mutation(({ ctx, input }) => endVisit(ctx.deps, ctx.viewer, input)),
});
