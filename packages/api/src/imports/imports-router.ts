// Imports of leads, as screens ask for them. The file itself comes by an address of its own.
import {
  checkImportInput,
  importIdInput,
  previewImportInput,
} from "@studydesk/domain/imports/import-plan";
import { z } from "zod";
import { router, staffProcedure } from "../trpc";
import {
  forgetImport,
  planImport,
  reopenImport,
  startImport,
  stopImport,
  takeBackImport,
} from "./change-import";
import {
  previewImport,
  readImport,
  readImportedLeads,
  readImports,
  readImportTargets,
} from "./read-imports";

export const importsRouter = router({
  list: staffProcedure
    .input(z.object({ cursor: z.int32().positive().nullish() }))
    .query(({ ctx, input }) => readImports(ctx.deps, ctx.viewer, input)),
  targets: staffProcedure.query(({ ctx }) => readImportTargets(ctx.deps, ctx.viewer)),
  get: staffProcedure
    .input(importIdInput)
    .query(({ ctx, input }) => readImport(ctx.deps, ctx.viewer, input.importId)),
  preview: staffProcedure
    .input(previewImportInput)
    .query(({ ctx, input }) => previewImport(ctx.deps, ctx.viewer, input)),
  leads: staffProcedure
    .input(importIdInput)
    .query(({ ctx, input }) => readImportedLeads(ctx.deps, ctx.viewer, input.importId)),
  check: staffProcedure
    .input(checkImportInput)
    .mutation(({ ctx, input }) => planImport(ctx.deps, ctx.viewer, input)),
  reopen: staffProcedure
    .input(importIdInput)
    .mutation(({ ctx, input }) => reopenImport(ctx.deps, ctx.viewer, input.importId)),
  start: staffProcedure
    .input(importIdInput)
    .mutation(({ ctx, input }) => startImport(ctx.deps, ctx.viewer, input.importId)),
  stop: staffProcedure
    .input(importIdInput)
    .mutation(({ ctx, input }) => stopImport(ctx.deps, ctx.viewer, input.importId)),
  forget: staffProcedure
    .input(importIdInput)
    .mutation(({ ctx, input }) => forgetImport(ctx.deps, ctx.viewer, input.importId)),
  takeBack: staffProcedure
    .input(importIdInput)
    .mutation(({ ctx, input }) => takeBackImport(ctx.deps, ctx.viewer, input.importId)),
});
