// Looks for leads of one person, some at a time: first at those that are new or were changed, then on
// through a site that is walked through. Reading holds nobody up; only what was found is a transaction. A
// stopped server goes on where it was.
import {
  advanceScan,
  endScan,
  findRunningScan,
  listLeadsToCheck,
  listNextOfScan,
  tickLeads,
} from "@studydesk/db/duplicates/check-queries";
import { dropOpenPair, keepPair } from "@studydesk/db/duplicates/pair-queries";
import { addEvent } from "@studydesk/db/events";
import { type Db, inTransaction } from "@studydesk/db/open-database";
import type { Deps } from "../deps";
import { findPairs, type PairsOfLead } from "./find-pairs";

export interface SearchDeps extends Pick<Deps, "db" | "now" | "live"> {
  /** Between two leads: whoever waits at the desk comes first. */
  rest?: () => Promise<unknown>;
}

const leadsAtOnce = 25;

/** False: there was nothing to look at. */
export async function searchDuplicates(deps: SearchDeps): Promise<boolean> {
  return (await checkChanged(deps)) || (await goOnScanning(deps));
}

async function checkChanged(deps: SearchDeps): Promise<boolean> {
  const { db, now } = deps;
  const waiting = await listLeadsToCheck(db, leadsAtOnce);
  if (waiting.length === 0) return false;
  const all = await look(
    deps,
    waiting.map(({ leadId }) => leadId),
  );
  const at = now().toISOString();
  const { siteIds } = await inTransaction(db, async (trx) => {
    await tickLeads(trx, waiting);
    const kept = await keep(trx, all, at);
    await tell(trx, kept.siteIds, at);
    return kept;
  });
  if (siteIds.length > 0) deps.live.announce();
  return true;
}

async function goOnScanning(deps: SearchDeps): Promise<boolean> {
  const { db, now } = deps;
  const scan = await findRunningScan(db);
  if (!scan) return false;
  const leadIds = await listNextOfScan(db, scan, leadsAtOnce);
  const all = await look(deps, leadIds);
  const at = now().toISOString();
  await inTransaction(db, async (trx) => {
    const last = leadIds.at(-1);
    if (last === undefined) {
      await endScan(trx, scan.id, { status: "done", at });
    } else {
      const { added } = await keep(trx, all, at);
      const step = { looked: leadIds.length, found: added, upToLeadId: last };
      if (!(await advanceScan(trx, scan, step))) return;
    }
    await tell(trx, [scan.siteId], at);
  });
  deps.live.announce();
  return true;
}

async function look({ db, rest }: SearchDeps, leadIds: readonly number[]): Promise<PairsOfLead[]> {
  const all: PairsOfLead[] = [];
  for (const leadId of leadIds) {
    all.push(await findPairs(db, leadId));
    await rest?.();
  }
  return all;
}

async function keep(
  trx: Db,
  all: readonly PairsOfLead[],
  at: string,
): Promise<{ added: number; siteIds: number[] }> {
  const siteIds: number[] = [];
  let added = 0;
  for (const { found, gone } of all) {
    for (const pair of gone) await dropOpenPair(trx, pair);
    for (const pair of found) {
      if (!(await keepPair(trx, pair, at))) continue;
      added += 1;
      siteIds.push(pair.siteId);
    }
  }
  return { added, siteIds };
}

/** Screens ask again how many there are, and for nothing else. */
async function tell(trx: Db, siteIds: readonly number[], at: string): Promise<void> {
  for (const siteId of new Set(siteIds)) {
    await addEvent(trx, {
      at,
      kind: "duplicates",
      subjectId: String(siteId),
      siteId,
      byUserId: null,
    });
  }
}
