// Studies for staff: everybody sees those of their sites; the owner imports and links.
import {
  importStudyInput,
  linkStudySiteInput,
  previewStudyImportInput,
  setRecruitingStatusInput,
} from "@studydesk/domain/studies/study-inputs";
import { z } from "zod";
import { ownerProcedure, router, staffProcedure } from "../trpc";
import { importStudy, previewStudyImport } from "./import-study";
import { linkStudySite, setRecruitingStatus } from "./link-study-site";
import { registryRouter } from "./registry-router";
import { readStudies, readStudy } from "./study-view";

export const studiesRouter = router({
  registry: registryRouter,
  list: staffProcedure.query(async ({ ctx }) => ({
    studies: await readStudies(ctx.deps.db, ctx.viewer),
  })),
  get: staffProcedure
    .input(z.object({ studyId: z.int32().positive() }))
    .query(({ ctx, input }) => readStudy(ctx.deps.db, ctx.viewer, input.studyId)),
  /** A mutation although it stores nothing: a registry file is too long for a URL. */
  previewImport: ownerProcedure
    .input(previewStudyImportInput)
    .mutation(async ({ ctx, input }) => ({ studies: await previewStudyImport(ctx.deps, input) })),
  import: ownerProcedure.input(importStudyInput).mutation(async ({ ctx, input }) => ({
    studies: await importStudy(ctx.deps, ctx.viewer.userId, input),
  })),
  linkSite: ownerProcedure
    .input(linkStudySiteInput)
    .mutation(({ ctx, input }) => linkStudySite(ctx.deps, ctx.viewer.userId, input)),
  setRecruiting: staffProcedure
    .input(setRecruitingStatusInput)
    .mutation(async ({ ctx, input }) => ({
      studySite: await setRecruitingStatus(ctx.deps, ctx.viewer, input),
    })),
});
