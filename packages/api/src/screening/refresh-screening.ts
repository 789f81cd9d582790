// Makes a lead's screening anew from its answers: which version it is asked by, how far it is, and the
// digest that a signature is compared with. Called wherever answers or the version in force change.

import type { Db } from "@studydesk/db/open-database";
import { findScreening, saveScreenings } from "@studydesk/db/screening/screening-queries";
import { findVersionInForce } from "@studydesk/db/screening/version-queries";
import {
  consentedStatuses,
  type LeadStatus,
  openLeadStatuses,
} from "@studydesk/domain/leads/lead-status";
import { canonicalAnswers } from "@studydesk/domain/screening/canonical-answers";
import { progressOf, screeningLines } from "@studydesk/domain/screening/screening-lines";
import { sha256 } from "../sha256";
import { listPlacedAnswers, readVersion } from "./placed-answers";

/** Pins the lead to the version. `at`: ISO-8601 UTC. Hold the lead first. */
export async function refreshScreening(
  trx: Db,
  leadId: number,
  versionId: number,
  at: string,
): Promise<void> {
  await refreshScreenings(trx, [leadId], versionId, at);
}

/** The same for many leads of one study, with a few statements for all of them. */
export async function refreshScreenings(
  trx: Db,
  leadIds: readonly number[],
  versionId: number,
  at: string,
): Promise<void> {
  const version = await readVersion(trx, versionId);
  const answers = await listPlacedAnswers(trx, leadIds, version);
  const rows = leadIds.map((leadId) => {
    const lines = screeningLines(version.criteria, answers.get(leadId) ?? []);
    const answersSha256 = sha256(canonicalAnswers(lines));
    const times = { startedAt: at, updatedAt: at };
    const counts = progressOf(lines);
    return { leadId, criteriaVersionId: versionId, ...counts, answersSha256, ...times };
  });
  await saveScreenings(trx, rows);
}

/**
 * A lead that is asked now is asked by the version in force: from pre-screening on, or as soon as there are
 * answers; after consent the version stays that was consented to, and closed leads rest as they are.
 */
export async function pinToVersionInForce(
  trx: Db,
  lead: { id: number; studyId: number; status: LeadStatus },
  at: string,
): Promise<void> {
  if (!openLeadStatuses.includes(lead.status) || consentedStatuses.includes(lead.status)) return;
  const pinned = await findScreening(trx, lead.id);
  if (!pinned && lead.status !== "pre_screening") return;
  const version = await findVersionInForce(trx, lead.studyId);
  if (!version || version.id === pinned?.criteriaVersionId) return;
  await refreshScreening(trx, lead.id, version.id, at);
}
