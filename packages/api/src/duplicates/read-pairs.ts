// Pairs as they are offered: to those who do the desk's work at their site, strongest first.
import {
  countOpenPairs,
  listOpenPairs,
  listOpenPairsOf,
  type PairCursor,
  type PairRecord,
} from "@studydesk/db/duplicates/pair-queries";
import { listLeadRecords } from "@studydesk/db/leads/lead-queries";
import type { Db } from "@studydesk/db/open-database";
import type { DuplicateReason } from "@studydesk/domain/duplicates/compare-people";
import type { ListPairsInput } from "@studydesk/domain/duplicates/duplicate-inputs";
import { siteIdsWithRole, type Viewer } from "@studydesk/domain/people/viewer";
import type { Deps } from "../deps";
import { type LeadRow, toLeadRow } from "../leads/lead-view";
import { getLead } from "../leads/save-lead";

type ReadDeps = Pick<Deps, "db" | "now">;

export interface PairView {
  /** The older lead and the newer one. */
  leads: [LeadRow, LeadRow];
  reasons: DuplicateReason[];
  strength: number;
  foundAt: string;
}

export interface PairPage {
  pairs: PairView[];
  next: PairCursor | null;
}

const pairsPerPage = 50;
const mostCounted = 100;

export async function readPairs(
  { db, now }: ReadDeps,
  viewer: Viewer,
  { cursor }: ListPairsInput,
): Promise<PairPage> {
  const found = await listOpenPairs(db, siteIdsOfWork(viewer), {
    after: cursor,
    limit: pairsPerPage + 1,
  });
  const shown = found.slice(0, pairsPerPage);
  const last = shown.at(-1);
  const { strength = 0, leadA = 0, leadB = 0 } = last ?? {};
  return {
    pairs: await toPairViews(db, viewer, shown, now()),
    next: found.length > pairsPerPage ? { strength, leadA, leadB } : null,
  };
}

/** Counted no further than a hundred: beyond that nobody reads the number. */
export async function readPairCount(
  { db }: Pick<Deps, "db">,
  viewer: Viewer,
): Promise<{ count: number; isCapped: boolean }> {
  const count = await countOpenPairs(db, siteIdsOfWork(viewer), mostCounted);
  return { count, isCapped: count === mostCounted };
}

export interface PairOfLead {
  other: LeadRow;
  reasons: DuplicateReason[];
}

/** Throws not_found for a lead of another site. */
export async function readPairsOfLead(
  { db, now }: ReadDeps,
  viewer: Viewer,
  { leadId }: { leadId: number },
): Promise<PairOfLead[]> {
  await getLead(db, viewer, leadId);
  const pairs = await listOpenPairsOf(db, siteIdsOfWork(viewer), leadId);
  const views = await toPairViews(db, viewer, pairs, now());
  return views.map(({ leads: [one, other], reasons }) => ({
    other: one.id === leadId ? other : one,
    reasons,
  }));
}

async function toPairViews(
  db: Db,
  viewer: Viewer,
  pairs: readonly PairRecord[],
  now: Date,
): Promise<PairView[]> {
  const ids = [...new Set(pairs.flatMap(({ leadA, leadB }) => [leadA, leadB]))];
  const leads = await listLeadRecords(db, siteIdsOfWork(viewer), ids);
  const rows = new Map(leads.map((lead) => [lead.id, toLeadRow(lead, now)]));
  return pairs.flatMap(({ leadA, leadB, reasons, strength, foundAt }) => {
    const [one, other] = [rows.get(leadA), rows.get(leadB)];
    return one && other ? [{ leads: [one, other], reasons, strength, foundAt }] : [];
  });
}

function siteIdsOfWork(viewer: Viewer): number[] {
  return siteIdsWithRole(viewer, "coordinator", "admin");
}
