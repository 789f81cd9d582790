// What a job does to one of its leads: the same change, through the same guards, as by hand. A lead that
// is as wanted already is left alone.
import type { LeadRecord } from "@studydesk/db/leads/lead-record";
import type { Db } from "@studydesk/db/open-database";
import type { BulkTask } from "@studydesk/domain/bulk/bulk-task";
import type { Viewer } from "@studydesk/domain/people/viewer";
import { giveLeadTo } from "../leads/assign-lead";
import { moveLeadTo } from "../leads/change-status";
import { getLeadToWorkOn, type LeadWork } from "../leads/save-lead";
import { planFollowUp } from "../leads/set-follow-up";

/** Gives the change's id; null where there was nothing to change. Throws what the change itself throws. */
export async function applyTask(
  trx: Db,
  viewer: Viewer,
  task: BulkTask,
  leadId: number,
  work: LeadWork & { baseUrl: string },
): Promise<number | null> {
  const lead = await getLeadToWorkOn(trx, viewer, leadId);
  if (isAsWanted(lead, task)) return null;
  switch (task.kind) {
    case "assign":
      return giveLeadTo(trx, viewer, lead, task.ownerId, work);
    case "status":
      return moveLeadTo(trx, viewer, lead, task, work);
    case "follow_up":
      return planFollowUp(trx, viewer, lead, task, work);
    case "mail":
      throw new Error("templates");
  }
}

function isAsWanted(lead: LeadRecord, task: BulkTask): boolean {
  switch (task.kind) {
    case "assign":
      return lead.ownerId === task.ownerId;
    case "status":
      return lead.status === task.to;
    case "follow_up":
      return lead.followUpAt === task.at;
    case "mail":
      return false;
  }
}
