// The outbox as the dashboard sees it.
import { listMailInput, mailIdInput } from "@studydesk/domain/outbox/outbox-inputs";
import { router, staffProcedure } from "../trpc";
import { listMailPage, summarizeMail } from "./list-mail";
import { openMail } from "./open-mail";
import { retryMailNow } from "./retry-mail";

export const outboxRouter = router({
  list: staffProcedure
    .input(listMailInput)
    .query(({ ctx, input }) => listMailPage(ctx.deps, ctx.viewer, input)),
  get: staffProcedure
    .input(mailIdInput)
    .query(({ ctx, input }) => openMail(ctx.deps, ctx.viewer, input)),
  retry: staffProcedure
    .input(mailIdInput)
    .mutation(({ ctx, input }) => retryMailNow(ctx.deps, ctx.viewer, input)),
  summary: staffProcedure.query(({ ctx }) => summarizeMail(ctx.deps, ctx.viewer)),
});
