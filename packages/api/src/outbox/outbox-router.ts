// The outbox as the dashboard sees it.
import { listMailInput, mailIdInput } from "@studydesk/domain/outbox/outbox-inputs";
import { router, staffProcedure } from "../trpc";
import { openMail } from "./open-mail";
import { readMailList, readMailSummary } from "./read-mail-list";
import { retryMailNow } from "./retry-mail";

export const outboxRouter = router({
  list: staffProcedure
    .input(listMailInput)
    .query(({ ctx, input }) => readMailList(ctx.deps, ctx.viewer, input)),
  get: staffProcedure
    .input(mailIdInput)
    .query(({ ctx, input }) => openMail(ctx.deps, ctx.viewer, input)),
  retry: staffProcedure
    .input(mailIdInput)
    .mutation(({ ctx, input }) => retryMailNow(ctx.deps, ctx.viewer, input)),
  summary: staffProcedure.query(({ ctx }) => readMailSummary(ctx.deps, ctx.viewer)),
});
