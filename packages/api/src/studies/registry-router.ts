// A study and the registry: the last look and the history for everybody who sees the study; looking and
// taking over for the owner.
import { listRevisionsInput, takeOverInput } from "@studydesk/domain/studies/study-inputs";
import { z } from "zod";
import { ownerProcedure, router, staffProcedure } from "../trpc";
import { checkRegistry, takeOver } from "./check-registry";
import { readRegistry, readRevision, readRevisions } from "./registry-view";

const ofStudy = z.object({ studyId: z.int32().positive() });

export const registryRouter = router({
  get: staffProcedure
    .input(ofStudy)
    .query(({ ctx, input }) => readRegistry(ctx.deps, ctx.viewer, input.studyId)),
  check: ownerProcedure.input(ofStudy).mutation(async ({ ctx, input }) => {
    await checkRegistry(ctx.deps, input.studyId);
    return readRegistry(ctx.deps, ctx.viewer, input.studyId);
  }),
  takeOver: ownerProcedure
    .input(takeOverInput)
    .mutation(({ ctx, input }) => takeOver(ctx.deps, ctx.viewer, input)),
  revisions: staffProcedure
    .input(listRevisionsInput)
    .query(({ ctx, input }) => readRevisions(ctx.deps.db, ctx.viewer, input)),
  revision: staffProcedure
    .input(z.object({ revisionId: z.int32().positive() }))
    .query(({ ctx, input }) => readRevision(ctx.deps.db, ctx.viewer, input.revisionId)),
});
