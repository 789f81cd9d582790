// Who has a lead open, as screens say it and ask for it.
import { leadIdInput } from "@studydesk/domain/leads/lead-inputs";
import { presenceBeatInput } from "@studydesk/domain/presence/presence";
import { publicProcedure, router, staffProcedure } from "../trpc";
import { leaveLead, readPresence, sayPresence } from "./say-presence";

export const presenceRouter = router({
  list: staffProcedure.query(({ ctx }) => readPresence(ctx.deps, ctx.viewer)),
  beat: staffProcedure
    .input(presenceBeatInput)
    .mutation(({ ctx, input }) => sayPresence(ctx.deps, ctx.viewer, input)),
  // Said while a page goes away, maybe for signing out.
  leave: publicProcedure.input(leadIdInput).mutation(async ({ ctx, input }) => {
    if (ctx.viewer) await leaveLead(ctx.deps, ctx.viewer, input.leadId);
  }),
});
