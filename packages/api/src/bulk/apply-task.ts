// What a job does to one of its leads: the same change, through the same guards, as by hand. A lead that
// is as wanted already is left alone.
import type { LeadRecord } from "@studydesk/db/leads/lead-record";
import type { Db } from "@studydesk/db/open-database";
import { listTemplates } from "@studydesk/db/templates/template-queries";
import type { BulkTask } from "@studydesk/domain/bulk/bulk-task";
import { DomainError } from "@studydesk/domain/errors";
import type { Viewer } from "@studydesk/domain/people/viewer";
import { mailLead } from "../contact/mail-lead";
import { planFollowUp } from "../contact/set-follow-up";
import { giveLeadTo } from "../leads/assign-lead";
import { moveLeadTo } from "../leads/change-status";
import { getLeadToWorkOn, type LeadWork } from "../leads/save-lead";

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
      return mailTemplate(trx, viewer, lead, task, work);
  }
}

async function mailTemplate(
  trx: Db,
  viewer: Viewer,
  lead: LeadRecord,
  task: Extract<BulkTask, { kind: "mail" }>,
  work: LeadWork & { baseUrl: string },
): Promise<number> {
  const named = (await listTemplates(trx, lead.siteId)).filter(
    ({ name }) => name === task.template,
  );
  const template =
    named.find(({ language }) => language === lead.language) ??
    named.find(({ language }) => language === task.language);
  if (!template) {
    throw new DomainError(
      "rule_broken",
      "This lead’s site has no template of this name, neither in the person’s language nor in the chosen one.",
      { reason: "no_template" },
    );
  }
  const { subject, body, language } = template;
  const { changeId } = await mailLead(trx, viewer, lead, { subject, body, language }, work);
  return changeId;
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
