// The two leads of a pair as a merge needs them: held, so that nobody writes to them meanwhile.
import { findConsentGivenAt } from "@studydesk/db/duplicates/merge-queries";
import { holdLeads } from "@studydesk/db/leads/lead-queries";
import type { LeadRecord } from "@studydesk/db/leads/lead-record";
import type { Db } from "@studydesk/db/open-database";
import { lockSubmissionsOf } from "@studydesk/db/submissions/submission-queries";
import type { LeadRecordForMerge } from "@studydesk/domain/duplicates/lead-for-merge";
import type { Viewer } from "@studydesk/domain/people/viewer";
import { getLead } from "../leads/save-lead";

export type LeadToMerge = LeadRecord & LeadRecordForMerge;

/** Both, in the order in which everybody takes them who is at several. */
export async function holdForMerge(
  trx: Db,
  viewer: Viewer,
  { keptId, otherId }: { keptId: number; otherId: number },
): Promise<{ kept: LeadToMerge; other: LeadToMerge }> {
  // A message on its way to one of them is waited for, or it would stay behind.
  const addresses = [
    (await getLead(trx, viewer, keptId)).emailFolded,
    (await getLead(trx, viewer, otherId)).emailFolded,
  ];
  for (const emailFolded of [...new Set(addresses)].sort()) {
    const { studyId, siteId } = await getLead(trx, viewer, keptId);
    await lockSubmissionsOf(trx, { studyId, siteId, emailFolded });
  }
  await holdLeads(trx, [keptId, otherId]);
  return {
    kept: await readForMerge(trx, viewer, keptId),
    other: await readForMerge(trx, viewer, otherId),
  };
}

export async function readForMerge(db: Db, viewer: Viewer, leadId: number): Promise<LeadToMerge> {
  const lead = await getLead(db, viewer, leadId);
  return { ...lead, consentGivenAt: await findConsentGivenAt(db, leadId) };
}
