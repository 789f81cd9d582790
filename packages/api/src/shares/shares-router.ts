// Shares as their owner handles them. Opening one is no procedure: see open-share-endpoint.ts.
import {
  createShareInput,
  extendShareInput,
  listSharesInput,
  notesOfShareInput,
  revokeShareAtSiteInput,
  revokeShareInput,
  sharesAtSitesInput,
} from "@studydesk/domain/shares/share-inputs";
import { router, staffProcedure } from "../trpc";
import { createShare } from "./create-share";
import { extendShare } from "./extend-share";
import { readNotesOfShare } from "./notes-of-share";
import { readOwnShares } from "./read-own-shares";
import { replyProcedures } from "./reply-procedures";
import { revokeOwnShare } from "./revoke-share";
import { readSharesAtSites, revokeShareAtSite } from "./shares-at-sites";

export const sharesRouter = router({
  ...replyProcedures,
  create: staffProcedure
    .input(createShareInput)
    .mutation(({ ctx, input }) => createShare(ctx.deps, ctx.viewer, input)),
  list: staffProcedure
    .input(listSharesInput)
    .query(({ ctx, input }) => readOwnShares(ctx.deps, ctx.viewer, input)),
  notesOf: staffProcedure
    .input(notesOfShareInput)
    .query(({ ctx, input }) => readNotesOfShare(ctx.deps, ctx.viewer, input)),
  revoke: staffProcedure
    .input(revokeShareInput)
    .mutation(({ ctx, input }) => revokeOwnShare(ctx.deps, ctx.viewer, input)),
  extend: staffProcedure
    .input(extendShareInput)
    .mutation(({ ctx, input }) => extendShare(ctx.deps, ctx.viewer, input)),
  atSites: staffProcedure
    .input(sharesAtSitesInput)
    .query(({ ctx, input }) => readSharesAtSites(ctx.deps, ctx.viewer, input)),
  revokeAtSite: staffProcedure
    .input(revokeShareAtSiteInput)
    .mutation(({ ctx, input }) => revokeShareAtSite(ctx.deps, ctx.viewer, input)),
});
