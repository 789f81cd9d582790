// Whom a version touches that is not published yet, of all leads of the study: asked before publishing, and
// written down by it.
import type { Db } from "@studydesk/db/open-database";
import {
  listAnsweredLines,
  listAskedLeads,
  listFailedLeads,
  listLeadsFailing,
  listSaidToLines,
  type TouchedLead,
} from "@studydesk/db/screening/amendment-queries";
import {
  findCurrentCriteria,
  listAskedCriteria,
  listPublishedCriteria,
} from "@studydesk/db/screening/criteria-queries";
import type { StoredVersion } from "@studydesk/db/screening/version-queries";
import {
  type Amendment,
  type AmendmentEffect,
  amendedStatuses,
  compareForAmendment,
  mayFitNow,
} from "@studydesk/domain/screening/amendment";
import { type AskedCriterion, asksTheSame } from "@studydesk/domain/screening/criterion";

export interface EffectCounts {
  keeps: number;
  askAgain: number;
  mayFit: number;
}

/** By lead; in a transaction the leads that go over to the version are held. */
export async function measureAmendment(
  db: Db,
  draft: Pick<StoredVersion, "id" | "studyId">,
): Promise<TouchedLead[]> {
  const { studyId } = draft;
  const before = (await findCurrentCriteria(db, studyId))?.criteria ?? [];
  const after = await listAskedCriteria(db, draft.id);
  const published = await listPublishedCriteria(db, studyId);
  const amendment = compareForAmendment(before, after, published);
  return [
    ...(await measureAsked(db, studyId, amendment)),
    ...(await measureFailed(db, studyId, amendment, { after, published })),
  ];
}

export function countEffects(counts: ReadonlyMap<AmendmentEffect, number>): EffectCounts {
  return {
    keeps: counts.get("keeps") ?? 0,
    askAgain: counts.get("ask_again") ?? 0,
    mayFit: counts.get("may_fit") ?? 0,
  };
}

async function measureAsked(
  db: Db,
  studyId: number,
  { holding, changed, addedLineIds }: Amendment,
): Promise<TouchedLead[]> {
  const leads = await listAskedLeads(db, studyId, amendedStatuses);
  const added = new Set(addedLineIds);
  const touchedLines = new Set([...changed.map(({ lineId }) => lineId), ...added]);
  const holdingIds = holding.filter(({ lineId }) => touchedLines.has(lineId)).map(({ id }) => id);
  const answered = byLead(await listAnsweredLines(db, holdingIds));
  const outdated = byLead(
    await listAnsweredLines(
      db,
      changed.map(({ id }) => id),
    ),
  );
  return leads.map(({ leadId, siteId, isComplete }) => {
    // What is new is asked again of those alone who had answered everything; the others are being asked.
    const asked = [...(outdated.get(leadId) ?? []), ...(isComplete ? added : [])];
    const lineIds = asked.filter((lineId) => !answered.get(leadId)?.has(lineId));
    return { leadId, siteId, effect: lineIds.length > 0 ? "ask_again" : "keeps", lineIds };
  });
}

async function measureFailed(
  db: Db,
  studyId: number,
  { holding, loosenedLineIds }: Amendment,
  criteria: { after: readonly AskedCriterion[]; published: readonly AskedCriterion[] },
): Promise<TouchedLead[]> {
  const failed = await listFailedLeads(db, studyId, loosenedLineIds);
  const leadIds = failed.map(({ leadId }) => leadId);
  const stillFailing = await listLeadsFailing(
    db,
    leadIds,
    holding.map(({ id }) => id),
  );
  const said = Map.groupBy(
    await listSaidToLines(db, leadIds, loosenedLineIds),
    ({ leadId, lineId }) => `${leadId} ${lineId}`,
  );
  const asked = new Map(criteria.published.map((criterion) => [criterion.id, criterion]));
  const now = new Map(criteria.after.map((criterion) => [criterion.lineId, criterion]));
  return failed.flatMap(({ leadId, siteId, criterionId, lineId }): TouchedLead[] => {
    const criterion = asked.get(criterionId);
    if (!criterion || stillFailing.has(leadId)) return [];
    // To the question that failed, in whichever version it was put.
    const answer = said.get(`${leadId} ${lineId}`)?.find((each) => {
      const then = asked.get(each.criterionId);
      return then !== undefined && asksTheSame(then, criterion);
    });
    if (!mayFitNow(criterion, now.get(lineId), answer?.said ?? null)) return [];
    return [{ leadId, siteId, effect: "may_fit", lineIds: [lineId] }];
  });
}

function byLead(rows: readonly { leadId: number; lineId: number }[]): Map<number, Set<number>> {
  const lines = new Map<number, Set<number>>();
  for (const { leadId, lineId } of rows) {
    const known = lines.get(leadId);
    if (known) known.add(lineId);
    else lines.set(leadId, new Set([lineId]));
  }
  return lines;
}
