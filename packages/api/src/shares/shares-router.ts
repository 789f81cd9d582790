// Shares as their owner handles them. Opening one is no procedure: see open-share-endpoint.ts.
import {
  createShareInput,
  listSharesInput,
  revokeShareInput,
} from "@studydesk/domain/shares/share-inputs";
import { router, staffProcedure } from "../trpc";
import { createShare } from "./create-share";
import { readOwnShares } from "./read-own-shares";
import { revokeOwnShare } from "./revoke-share";

export const sharesRouter = router({
  create: staffProcedure
    .input(createShareInput)
    .mutation(({ ctx, input }) => createShare(ctx.deps, ctx.viewer, input)),
  list: staffProcedure
    .input(listSharesInput)
    .query(({ ctx, input }) => readOwnShares(ctx.deps, ctx.viewer, input)),
  revoke: staffProcedure
    .input(revokeShareInput)
    .mutation(({ ctx, input }) => revokeOwnShare(ctx.deps, ctx.viewer, input)),
});
