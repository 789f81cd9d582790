// Leads, as screens ask for them: each procedure is one use case.
import { listActivities, type TimelineEntry } from "@studydesk/db/leads/activity-queries";
import {
  assignLeadInput,
  changeStatusInput,
  leadIdInput,
  listLeadsInput,
  logContactInput,
  nextLeadInput,
  setFollowUpInput,
} from "@studydesk/domain/leads/lead-inputs";
import { siteIdsOf, type Viewer } from "@studydesk/domain/people/viewer";
import { z } from "zod";
import type { Deps } from "../deps";
import { router, staffProcedure } from "../trpc";
import { assignLead, readAssignees } from "./assign-lead";
import { changeStatus } from "./change-status";
import { logContact } from "./log-contact";
import { readNextLead } from "./next-lead";
import { openLead } from "./open-lead";
import { readLeadCounts, readLeadList } from "./read-lead-list";
import { getLead } from "./save-lead";
import { setFollowUp } from "./set-follow-up";

export const leadsRouter = router({
  list: staffProcedure
    .input(listLeadsInput)
    .query(({ ctx, input }) => readLeadList(ctx.deps, ctx.viewer, input)),
  counts: staffProcedure.query(({ ctx }) => readLeadCounts(ctx.deps, ctx.viewer)),
  get: staffProcedure
    .input(leadIdInput)
    .query(({ ctx, input }) => openLead(ctx.deps, ctx.viewer, input.leadId)),
  timeline: staffProcedure
    .input(leadIdInput)
    .query(({ ctx, input }) => readTimeline(ctx.deps, ctx.viewer, input.leadId)),
  changeStatus: staffProcedure
    .input(changeStatusInput)
    .mutation(({ ctx, input }) => changeStatus(ctx.deps, ctx.viewer, input)),
  logContact: staffProcedure
    .input(logContactInput)
    .mutation(({ ctx, input }) => logContact(ctx.deps, ctx.viewer, input)),
  setFollowUp: staffProcedure
    .input(setFollowUpInput)
    .mutation(({ ctx, input }) => setFollowUp(ctx.deps, ctx.viewer, input)),
  assign: staffProcedure
    .input(assignLeadInput)
    .mutation(({ ctx, input }) => assignLead(ctx.deps, ctx.viewer, input)),
  next: staffProcedure
    .input(nextLeadInput)
    .query(({ ctx, input }) => readNextLead(ctx.deps, ctx.viewer, input)),
  assignees: staffProcedure
    .input(z.object({ siteId: z.int32().positive() }))
    .query(({ ctx, input }) => readAssignees(ctx.deps, ctx.viewer, input.siteId)),
});

/** Newest first. */
async function readTimeline(
  { db }: Pick<Deps, "db">,
  viewer: Viewer,
  leadId: number,
): Promise<TimelineEntry[]> {
  const lead = await getLead(db, viewer, leadId);
  return listActivities(db, siteIdsOf(viewer), lead.id);
}
