// The audit trail: read, asked how it stands, and checked. It leaves as a file by an address of its own.
import { listAuditInput } from "@studydesk/domain/audit/audit-filters";
import { router, staffProcedure } from "../trpc";
import { startAuditCheck } from "./audit-checks";
import { readAuditChoices, readAuditPage, readAuditState } from "./read-audit";

export const auditRouter = router({
  list: staffProcedure
    .input(listAuditInput)
    .query(({ ctx, input }) => readAuditPage(ctx.deps, ctx.viewer, input)),
  choices: staffProcedure.query(({ ctx }) => readAuditChoices(ctx.deps, ctx.viewer)),
  state: staffProcedure.query(({ ctx }) => readAuditState(ctx.deps, ctx.viewer)),
  check: staffProcedure.mutation(({ ctx }) => startAuditCheck(ctx.deps, ctx.viewer)),
});
