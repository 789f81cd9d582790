// Leads, as screens ask for them: each procedure is one use case.
import { listActivities, type TimelineEntry } from "@studydesk/db/leads/activity-queries";
import {
  type LeadOfSamePerson,
  listLeadsOfSamePerson,
} from "@studydesk/db/leads/same-person-queries";
import { activityKindsOf } from "@studydesk/domain/leads/activity";
import { addLeadInput, consentTextInput } from "@studydesk/domain/leads/add-lead-input";
import { changesSinceInput, editLeadInput } from "@studydesk/domain/leads/edit-lead-input";
import {
  assignLeadInput,
  changeStatusInput,
  countLeadsInput,
  findLeadsInput,
  leadIdInput,
  listLeadsInput,
  logContactInput,
  previewMailInput,
  setFollowUpInput,
  setScreeningNumberInput,
  undoChangeInput,
  writeToLeadInput,
} from "@studydesk/domain/leads/lead-inputs";
import {
  type TimelineInput,
  timelineInput,
  timelinePageSize,
} from "@studydesk/domain/leads/timeline-input";
import { siteIdsOf, type Viewer } from "@studydesk/domain/people/viewer";
import { holdLeadsInput, letGoInput, nextLeadInput } from "@studydesk/domain/queue/queue-inputs";
import { bringBackInput, skipLeadInput } from "@studydesk/domain/queue/skip-lead";
import { z } from "zod";
import { logContact } from "../contact/log-contact";
import { readAnswerTimes } from "../contact/read-answer-times";
import { setFollowUp } from "../contact/set-follow-up";
import { previewMail, writeToLead } from "../contact/write-to-lead";
import type { Deps } from "../deps";
import { letGo, renewHolds } from "../queue/hold-leads";
import { readNextLead } from "../queue/next-lead";
import { readQueue } from "../queue/read-queue";
import { bringBack, skipLead } from "../queue/skip-lead";
import { router, staffProcedure } from "../trpc";
import { addLead, readConsentText } from "./add-lead";
import { assignLead, readAssignees } from "./assign-lead";
import { changeStatus } from "./change-status";
import { editLead } from "./edit-lead";
import { openLead, recordOpening } from "./open-lead";
import { readChangesSince } from "./read-changes-since";
import { readLeadCounts } from "./read-lead-counts";
import { findLeadsToOpen, readLeadCount, readLeadList } from "./read-lead-list";
import { readMoveChoices } from "./read-move-choices";
import { getLead } from "./save-lead";
import { setScreeningNumber } from "./set-screening-number";
import { undoChange } from "./undo-change";

export const leadsRouter = router({
  list: staffProcedure
    .input(listLeadsInput)
    .query(({ ctx, input }) => readLeadList(ctx.deps, ctx.viewer, input)),
  count: staffProcedure
    .input(countLeadsInput)
    .query(({ ctx, input }) => readLeadCount(ctx.deps, ctx.viewer, input)),
  find: staffProcedure
    .input(findLeadsInput)
    .query(({ ctx, input }) => findLeadsToOpen(ctx.deps, ctx.viewer, input)),
  counts: staffProcedure.query(({ ctx }) => readLeadCounts(ctx.deps, ctx.viewer)),
  get: staffProcedure
    .input(leadIdInput)
    .query(({ ctx, input }) => openLead(ctx.deps, ctx.viewer, input.leadId)),
  timeline: staffProcedure
    .input(timelineInput)
    .query(({ ctx, input }) => readTimeline(ctx.deps, ctx.viewer, input)),
  changesSince: staffProcedure
    .input(changesSinceInput)
    .query(({ ctx, input }) => readChangesSince(ctx.deps, ctx.viewer, input)),
  ofSamePerson: staffProcedure
    .input(leadIdInput)
    .query(({ ctx, input }) => readLeadsOfSamePerson(ctx.deps, ctx.viewer, input.leadId)),
  add: staffProcedure
    .input(addLeadInput)
    .mutation(({ ctx, input }) => addLead(ctx.deps, ctx.viewer, input)),
  consentText: staffProcedure
    .input(consentTextInput)
    .query(({ ctx, input }) => readConsentText(ctx.deps, ctx.viewer, input)),
  edit: staffProcedure
    .input(editLeadInput)
    .mutation(({ ctx, input }) => editLead(ctx.deps, ctx.viewer, input)),
  changeStatus: staffProcedure
    .input(changeStatusInput)
    .mutation(({ ctx, input }) => changeStatus(ctx.deps, ctx.viewer, input)),
  moveChoices: staffProcedure
    .input(leadIdInput)
    .query(({ ctx, input }) => readMoveChoices(ctx.deps, ctx.viewer, input.leadId)),
  setScreeningNumber: staffProcedure
    .input(setScreeningNumberInput)
    .mutation(({ ctx, input }) => setScreeningNumber(ctx.deps, ctx.viewer, input)),
  logContact: staffProcedure
    .input(logContactInput)
    .mutation(({ ctx, input }) => logContact(ctx.deps, ctx.viewer, input)),
  setFollowUp: staffProcedure
    .input(setFollowUpInput)
    .mutation(({ ctx, input }) => setFollowUp(ctx.deps, ctx.viewer, input)),
  assign: staffProcedure
    .input(assignLeadInput)
    .mutation(({ ctx, input }) => assignLead(ctx.deps, ctx.viewer, input)),
  writeTo: staffProcedure
    .input(writeToLeadInput)
    .mutation(({ ctx, input }) => writeToLead(ctx.deps, ctx.viewer, input)),
  previewMail: staffProcedure
    .input(previewMailInput)
    .query(({ ctx, input }) => previewMail(ctx.deps, ctx.viewer, input)),
  answerTimes: staffProcedure
    .input(z.object({ siteId: z.int32().positive() }))
    .query(({ ctx, input }) => readAnswerTimes(ctx.deps, ctx.viewer, input.siteId)),
  undo: staffProcedure
    .input(undoChangeInput)
    .mutation(({ ctx, input }) => undoChange(ctx.deps, ctx.viewer, input)),
  next: staffProcedure
    .input(nextLeadInput)
    .query(({ ctx, input }) => readNextLead(ctx.deps, ctx.viewer, input)),
  queue: staffProcedure
    .input(letGoInput)
    .query(({ ctx, input }) => readQueue(ctx.deps, ctx.viewer, input)),
  hold: staffProcedure
    .input(holdLeadsInput)
    .mutation(({ ctx, input }) => renewHolds(ctx.deps, ctx.viewer, input)),
  letGo: staffProcedure
    .input(letGoInput)
    .mutation(({ ctx, input }) => letGo(ctx.deps, ctx.viewer, input)),
  skip: staffProcedure
    .input(skipLeadInput)
    .mutation(({ ctx, input }) => skipLead(ctx.deps, ctx.viewer, input)),
  bringBack: staffProcedure
    .input(bringBackInput)
    .mutation(({ ctx, input }) => bringBack(ctx.deps, ctx.viewer, input)),
  assignees: staffProcedure
    .input(z.object({ siteId: z.int32().positive() }))
    .query(({ ctx, input }) => readAssignees(ctx.deps, ctx.viewer, input.siteId)),
});

/** Newest first, a page at a time: a page that is not full is the last. Who reads it has opened the lead. */
async function readTimeline(
  { db, now }: Pick<Deps, "db" | "now">,
  viewer: Viewer,
  { leadId, part, cursor }: TimelineInput,
): Promise<TimelineEntry[]> {
  const lead = await getLead(db, viewer, leadId);
  await recordOpening({ db, now }, viewer, lead);
  return listActivities(db, siteIdsOf(viewer), lead.id, {
    limit: timelinePageSize,
    beforeId: cursor ?? undefined,
    kinds: part && activityKindsOf(part),
  });
}

/** Within the viewer's sites: what another site has is never told. */
async function readLeadsOfSamePerson(
  { db }: Pick<Deps, "db">,
  viewer: Viewer,
  leadId: number,
): Promise<LeadOfSamePerson[]> {
  const lead = await getLead(db, viewer, leadId);
  return listLeadsOfSamePerson(db, siteIdsOf(viewer), lead);
}
