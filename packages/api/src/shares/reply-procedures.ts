// What the viewer's browser asks about answers from outside. Sending one is no procedure: see reply-to-share.ts
// and note-request-endpoints.ts.
import {
  createRequestInput,
  deleteReceivedInput,
  listReceivedInput,
  listRequestsInput,
  registerReplyKeyInput,
  requestsAtSitesInput,
  revokeRequestInput,
} from "@studydesk/domain/shares/reply-inputs";
import { staffProcedure } from "../trpc";
import { createRequest } from "./create-request";
import { readOwnRequests, revokeOwnRequest } from "./own-requests";
import { countReceived, readReceivedNotes, removeReceivedNote } from "./received-notes";
import { registerReplyKey } from "./register-reply-key";
import { readRequestsAtSites, revokeRequestAtSite } from "./requests-at-sites";

export const replyProcedures = {
  registerReplyKey: staffProcedure
    .input(registerReplyKeyInput)
    .mutation(({ ctx, input }) => registerReplyKey(ctx.deps, ctx.viewer, input)),
  received: staffProcedure
    .input(listReceivedInput)
    .query(({ ctx, input }) => readReceivedNotes(ctx.deps, ctx.viewer, input)),
  receivedCount: staffProcedure.query(({ ctx }) => countReceived(ctx.deps, ctx.viewer)),
  deleteReceived: staffProcedure
    .input(deleteReceivedInput)
    .mutation(({ ctx, input }) => removeReceivedNote(ctx.deps, ctx.viewer, input)),
  createRequest: staffProcedure
    .input(createRequestInput)
    .mutation(({ ctx, input }) => createRequest(ctx.deps, ctx.viewer, input)),
  requests: staffProcedure
    .input(listRequestsInput)
    .query(({ ctx, input }) => readOwnRequests(ctx.deps, ctx.viewer, input)),
  revokeRequest: staffProcedure
    .input(revokeRequestInput)
    .mutation(({ ctx, input }) => revokeOwnRequest(ctx.deps, ctx.viewer, input)),
  requestsAtSites: staffProcedure
    .input(requestsAtSitesInput)
    .query(({ ctx, input }) => readRequestsAtSites(ctx.deps, ctx.viewer, input)),
  revokeRequestAtSite: staffProcedure
    .input(revokeRequestInput)
    .mutation(({ ctx, input }) => revokeRequestAtSite(ctx.deps, ctx.viewer, input)),
};
