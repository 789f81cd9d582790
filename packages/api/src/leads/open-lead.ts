// Shows a whole lead to a person, and keeps that they saw it: once an hour per person and lead, so that
// the audit says who looked without drowning in it.
import { addAudit } from "@studydesk/db/audit/audit-queries";
import type { LeadRecord } from "@studydesk/db/leads/lead-record";
import { addLimitPoint, findLimit } from "@studydesk/db/limits";
import { inTransaction } from "@studydesk/db/open-database";
import type { Viewer } from "@studydesk/domain/people/viewer";
import type { Deps } from "../deps";
import { type LeadView, readLeadView } from "./lead-view";
import { getLead } from "./save-lead";

const hour = 3_600_000;

export async function openLead(
  deps: Pick<Deps, "db" | "now">,
  viewer: Viewer,
  leadId: number,
): Promise<LeadView> {
  const lead = await getLead(deps.db, viewer, leadId);
  await recordOpening(deps, viewer, lead);
  return readLeadView(deps.db, viewer, lead, deps.now());
}

export async function recordOpening(
  { db, now }: Pick<Deps, "db" | "now">,
  { userId }: Viewer,
  lead: LeadRecord,
): Promise<void> {
  const at = now();
  const key = `lead_opened:${userId}:${lead.id}`;
  if (await findLimit(db, key, at.getTime())) return;
  await inTransaction(db, async (trx) => {
    const seen = await addLimitPoint(trx, key, at.getTime(), { most: 1, windowMs: hour });
    if (seen.points > 1) return;
    await addAudit(trx, {
      at: at.toISOString(),
      actorId: userId,
      action: "lead.opened",
      subject: "lead",
      subjectId: String(lead.id),
      siteId: lead.siteId,
      details: {},
    });
  });
}
