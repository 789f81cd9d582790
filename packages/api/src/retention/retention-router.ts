// What people may ask about their own data, as the screens of a site's admins ask for it.
import { leadIdInput } from "@studydesk/domain/leads/lead-inputs";
import { eraseLeadInput } from "@studydesk/domain/retention/erase-lead";
import { router, staffProcedure } from "../trpc";
import { eraseLead, readErasure } from "./erase-lead";

export const retentionRouter = router({
  erasure: staffProcedure
    .input(leadIdInput)
    .query(({ ctx, input }) => readErasure(ctx.deps, ctx.viewer, input.leadId)),
  erase: staffProcedure
    .input(eraseLeadInput)
    .mutation(({ ctx, input }) => eraseLead(ctx.deps, ctx.viewer, input, ctx.reportFault)),
});
