// What people may ask about their own data, and how long it is kept, as the screens of a site's admins ask for it.
import { leadIdInput } from "@studydesk/domain/leads/lead-inputs";
import { eraseLeadInput } from "@studydesk/domain/retention/erase-lead";
import { copyDataInput } from "@studydesk/domain/retention/person-file";
import {
  listDueInput,
  readRetentionInput,
  setRetentionInput,
  startRetentionRunInput,
} from "@studydesk/domain/retention/retention-rule";
import { router, staffProcedure } from "../trpc";
import { copyData } from "./copy-data";
import { eraseLead, readErasure } from "./erase-lead";
import { readComing } from "./read-coming";
import { readDue, readRetention } from "./read-retention";
import { setRetention } from "./set-retention";
import { startRetentionRun } from "./start-run";

export const retentionRouter = router({
  erasure: staffProcedure
    .input(leadIdInput)
    .query(({ ctx, input }) => readErasure(ctx.deps, ctx.viewer, input.leadId)),
  erase: staffProcedure
    .input(eraseLeadInput)
    .mutation(({ ctx, input }) => eraseLead(ctx.deps, ctx.viewer, input, ctx.reportFault)),
  copy: staffProcedure
    .input(copyDataInput)
    .mutation(({ ctx, input }) => copyData(ctx.deps, ctx.viewer, input)),
  read: staffProcedure
    .input(readRetentionInput)
    .query(({ ctx, input }) => readRetention(ctx.deps, ctx.viewer, input.studyId)),
  coming: staffProcedure.query(({ ctx }) => readComing(ctx.deps, ctx.viewer)),
  due: staffProcedure
    .input(listDueInput)
    .query(({ ctx, input }) => readDue(ctx.deps, ctx.viewer, input)),
  set: staffProcedure
    .input(setRetentionInput)
    .mutation(({ ctx, input }) => setRetention(ctx.deps, ctx.viewer, input)),
  run: staffProcedure
    .input(startRetentionRunInput)
    .mutation(({ ctx, input }) => startRetentionRun(ctx.deps, ctx.viewer, input)),
});
