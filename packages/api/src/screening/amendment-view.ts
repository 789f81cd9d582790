// Whom a published version touched, for those who see these leads; whether they were asked since.
import type { Db } from "@studydesk/db/open-database";
import {
  type AmendmentRow,
  countAmendmentLeads,
  listAmendmentLeads,
  listAnsweredLines,
} from "@studydesk/db/screening/amendment-queries";
import { listAskedCriteria, listPublishedCriteria } from "@studydesk/db/screening/criteria-queries";
import { findVersionBefore, type StoredVersion } from "@studydesk/db/screening/version-queries";
import { siteIdsOf, type Viewer } from "@studydesk/domain/people/viewer";
import { amendmentEffects, compareForAmendment } from "@studydesk/domain/screening/amendment";
import type { AmendmentInput } from "@studydesk/domain/screening/criteria-inputs";
import { getVersion } from "./criteria-view";
import { countEffects, type EffectCounts } from "./measure-amendment";

export interface AmendmentLeadView extends Omit<AmendmentRow, "lineIds"> {
  /** As the version numbers them; one that is asked no longer has its earlier number. */
  labels: string[];
  /** Everything was answered since, or whoever failed was opened again. */
  isAskedSince: boolean;
}

const pageSize = 50;

/** Throws not_found for a version of a study of other sites. */
export async function readAmendment(
  db: Db,
  viewer: Viewer,
  input: AmendmentInput,
): Promise<{ counts: EffectCounts; rows: AmendmentLeadView[]; nextCursor: number | null }> {
  const { version } = await getVersion(db, viewer, input.versionId);
  const siteIds = siteIdsOf(viewer);
  const found = await listAmendmentLeads(db, version.id, siteIds, {
    effects: input.effect ? [input.effect] : amendmentEffects,
    after: input.cursor ?? 0,
    limit: pageSize + 1,
  });
  const page = found.slice(0, pageSize);
  return {
    counts: countEffects(await countAmendmentLeads(db, version.id, siteIds)),
    rows: await toAmendmentViews(db, version, page),
    nextCursor: found.length > pageSize ? (page.at(-1)?.leadId ?? null) : null,
  };
}

export async function toAmendmentViews(
  db: Db,
  version: StoredVersion,
  rows: readonly AmendmentRow[],
): Promise<AmendmentLeadView[]> {
  const isAsked = await readAskedSince(db, version, rows);
  const labels = await readLabels(db, version);
  return rows.map(({ lineIds, ...row }) => ({
    ...row,
    labels: lineIds.flatMap((lineId) => labels.get(lineId) ?? []),
    isAskedSince:
      row.effect === "may_fit"
        ? row.status !== "pre_screen_failure"
        : row.effect === "ask_again" && lineIds.every((lineId) => isAsked(row.leadId, lineId)),
  }));
}

/** Labels by line: of the version, and of the one before it what the version asks no longer. */
async function readLabels(
  db: Db,
  version: Pick<StoredVersion, "id" | "studyId" | "number">,
): Promise<Map<number, string>> {
  const before = await findVersionBefore(db, version);
  const criteria = [
    ...(before ? await listAskedCriteria(db, before.id) : []),
    ...(await listAskedCriteria(db, version.id)),
  ];
  return new Map(criteria.map(({ lineId, label }) => [lineId, label]));
}

async function readAskedSince(
  db: Db,
  version: StoredVersion,
  rows: readonly AmendmentRow[],
): Promise<(leadId: number, lineId: number) => boolean> {
  const criteria = await listAskedCriteria(db, version.id);
  const published = await listPublishedCriteria(db, version.studyId);
  const { holding } = compareForAmendment(criteria, criteria, published);
  const answered = await listAnsweredLines(
    db,
    holding.map(({ id }) => id),
    rows.map(({ leadId }) => leadId),
  );
  const keys = new Set(answered.map(({ leadId, lineId }) => `${leadId} ${lineId}`));
  return (leadId, lineId) => keys.has(`${leadId} ${lineId}`);
}
