// The numbers beside the views. What stands by status and owner alone is kept as it changes; what depends
// on the time is counted along an index, and no further than a limit: nobody reads an exact 80,000, and
// no screen waits for one.
import type { LeadFilters } from "@studydesk/domain/leads/lead-filters";
import { awaitedStatuses, openLeadStatuses } from "@studydesk/domain/leads/lead-status";
import { type Expression, expressionBuilder, type SqlBool, sql } from "kysely";
import { engineOf } from "../dialect";
import type { Db } from "../open-database";
import type { Schema } from "../schema";
import { isWithin } from "../sites/is-within";
import {
  filterConditions,
  isDueToday,
  type LeadExpressions,
  type LeadReader,
  type SiteNow,
  sitesAskedFor,
} from "./lead-filters";
import { leadOrders } from "./lead-orders";
import { findLeadsBySearch, isFound } from "./lead-search";

export const mostCounted = 10_000;

const expressions = expressionBuilder<Schema, "leads">();

export interface LeadCounts {
  /** New or contacting. */
  inbox: number;
  dueToday: number;
  /** Open, and nobody's. */
  unassigned: number;
  /** Open, and this person's. */
  mine: number;
  all: number;
  pastPromise: number;
}

/** Each number is `mostCounted` at most. */
export async function countLeads(
  db: Db,
  sites: readonly SiteNow[],
  userId: string,
): Promise<LeadCounts> {
  const kept = await sumCounters(db, sites, userId);
  return {
    inbox: Math.min(mostCounted, kept.inbox),
    dueToday: await countParts(
      db,
      sites.map((site) => isDueToday(expressions, [site])),
    ),
    unassigned: Math.min(mostCounted, kept.unassigned),
    mine: Math.min(mostCounted, kept.mine),
    all: Math.min(mostCounted, kept.all),
    pastPromise: await countParts(db, partsPastPromise(sites)),
  };
}

async function sumCounters(db: Db, sites: readonly SiteNow[], userId: string) {
  const { rows } = await sql<{ status: string; owner: string; count: number }>`
    select status, case "ownerId" when '' then 'nobody' when ${userId} then 'me' else 'others' end as owner,
      sum(count) as count
    from "leadCounters"
    where ${isWithin(
      "siteId",
      sites.map(({ siteId }) => siteId),
    )}
    group by 1, 2`.execute(db);
  const sum = (isCounted: (row: { status: string; owner: string }) => boolean) =>
    rows.filter(isCounted).reduce((total, { count }) => total + Number(count), 0);
  const isOpen = (status: string) => openLeadStatuses.some((each) => each === status);
  return {
    inbox: sum(({ status }) => status === "new" || status === "contacting"),
    unassigned: sum(({ status, owner }) => isOpen(status) && owner === "nobody"),
    mine: sum(({ status, owner }) => isOpen(status) && owner === "me"),
    all: sum(() => true),
  };
}

/** Of each part as many as an index holds side by side, and no more than `most` together. */
async function countParts(
  db: Db,
  parts: readonly Expression<SqlBool>[],
  most = mostCounted,
): Promise<number> {
  if (parts.length === 0) return 0;
  const queries = parts.map(
    (part) => sql`select * from (select leads.id from leads where ${part} limit ${most}) as part`,
  );
  const { rows } = await sql<{ count: number }>`select count(*) as count from (
    ${sql.join(queries, sql` union all `)} limit ${most}) as parts`.execute(db);
  return Number(rows[0]?.count ?? 0);
}

/** Status by status: each is one stretch of the index of leads that nobody reached yet. */
function partsPastPromise(sites: readonly SiteNow[]): Expression<SqlBool>[] {
  return sites.flatMap(({ siteId, promiseBefore }) =>
    awaitedStatuses.map((status) =>
      expressions.and([
        expressions("leads.siteId", "=", siteId),
        expressions("leads.status", "=", status),
        expressions("leads.firstContactAt", "is", null),
        expressions("leads.createdAt", "<", promiseBefore),
      ]),
    ),
  );
}

/** How many leads of these sites meet the condition, counted no further than `most`. */
export async function countUpTo(
  db: Db,
  sites: readonly SiteNow[],
  condition?: (eb: LeadExpressions) => Expression<SqlBool>,
): Promise<number> {
  const siteIds = sites.map(({ siteId }) => siteId);
  const { count } = await db
    .selectFrom((eb) =>
      eb
        .selectFrom("leads")
        .select("leads.id")
        .where(isWithin("leads.siteId", siteIds))
        .$if(condition !== undefined, (q) =>
          q.where((leads) => (condition ? condition(leads) : leads.and([]))),
        )
        .limit(mostCounted)
        .as("some"),
    )
    .select((eb) => eb.fn.countAll<number>().as("count"))
    .executeTakeFirstOrThrow();
  return count;
}

/** How many leads a list would show. Capped: there are more than `mostCounted`. */
export async function countMatchingLeads(
  db: Db,
  query: LeadReader & { filters: LeadFilters; notedLeadIds?: readonly number[] },
): Promise<{ count: number; isCapped: boolean }> {
  const { filters, notedLeadIds } = query;
  const found = filters.search
    ? await findLeadsBySearch(db, filters.search, notedLeadIds)
    : undefined;
  const isFoundBySearch = found ? [isFound(db, found)] : [];
  const parts = sitesAskedFor(filters, query.sites).map((site) =>
    expressions.and([
      expressions("leads.siteId", "=", site.siteId),
      ...isFoundBySearch,
      ...filterConditions(
        expressions,
        filters,
        { ...query, sites: [site] },
        leadOrders.arrived.within,
      ),
    ]),
  );
  const counted = await countParts(db, parts, mostCounted + 1);
  return { count: Math.min(mostCounted, counted), isCapped: counted > mostCounted };
}

/** On PostgreSQL every change adds a row to the counters: puts those of the same together again. */
export async function compactLeadCounters(db: Db): Promise<void> {
  if (engineOf(db) === "sqlite") return;
  await sql`
    with gone as (delete from "leadCounters" returning "siteId", status, "ownerId", count)
    insert into "leadCounters" ("siteId", status, "ownerId", count)
      select "siteId", status, "ownerId", sum(count) from gone
      group by "siteId", status, "ownerId" having sum(count) <> 0`.execute(db);
}
