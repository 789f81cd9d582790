// Home, as its screen asks for it: in one piece.
import { homeInput } from "@studydesk/domain/home/home";
import { router, staffProcedure } from "../trpc";
import { readHome } from "./read-home";

export const homeRouter = router({
  read: staffProcedure
    .input(homeInput)
    .query(({ ctx, input }) => readHome(ctx.deps, ctx.viewer, input)),
});
