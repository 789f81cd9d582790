// Going to one lead by a few letters: the best matches first. The lead of that number, then whose name is
// the text, then whose name begins with it, then the rest, the newest first.
import { foldText } from "@studydesk/domain/leads/fold-name";
import { sql } from "kysely";
import type { Db } from "../open-database";
import type { LeadReader } from "./lead-filters";
import type { LeadRecord } from "./lead-record";
import { listLeadPositions, listLeadsById } from "./list-leads";

/** Among more than this, only the newest and those whose names begin with the text are weighed. */
const mostWeighed = 100;

export async function findLeads(
  db: Db,
  query: LeadReader & { text: string; limit: number; notedLeadIds: readonly number[] },
): Promise<LeadRecord[]> {
  const { text, limit, sites } = query;
  const name = foldText(text);
  if (name === "") return [];
  const newest = await listLeadPositions(db, {
    ...query,
    filters: { search: text },
    sort: "arrived",
    descending: true,
    limit: mostWeighed,
  });
  const ids = new Set(newest.map(({ id }) => id));
  if (newest.length === mostWeighed) {
    for (const { siteId } of sites) {
      for (const id of await listBeginningWith(db, siteId, name, limit)) ids.add(id);
    }
  }
  const siteIds = sites.map(({ siteId }) => siteId);
  const rows = await listLeadsById(db, siteIds, [...ids]);
  const place = new Map([...ids].map((id, index) => [id, index]));
  const weigh = (lead: LeadRecord) => [rankOf(lead, name), place.get(lead.id) ?? 0] as const;
  return rows
    .map((lead) => ({ lead, weight: weigh(lead) }))
    .sort((a, b) => a.weight[0] - b.weight[0] || a.weight[1] - b.weight[1])
    .slice(0, limit)
    .map(({ lead }) => lead);
}

async function listBeginningWith(
  db: Db,
  siteId: number,
  name: string,
  limit: number,
): Promise<number[]> {
  const rows = await db
    .selectFrom("leads")
    .select("id")
    .where("siteId", "=", siteId)
    .where(sql<boolean>`"sortName" >= ${name} and "sortName" < ${`${name}\u{10ffff}`}`)
    .orderBy("sortName")
    .limit(limit)
    .execute();
  return rows.map(({ id }) => id);
}

function rankOf({ id, sortName, firstName, lastName }: LeadRecord, name: string): number {
  if (name.replace(/^#\s*/, "") === String(id)) return 0;
  const spoken = foldText(`${firstName} ${lastName}`);
  const names = [sortName, spoken, sortName.replaceAll(" ", "")];
  if (names.includes(name)) return 1;
  return names.some((each) => each.startsWith(name)) ? 2 : 3;
}
