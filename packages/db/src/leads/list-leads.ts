// The inbox: any filter, any order, page by page from the last row seen (never by counting rows off), so
// that a page costs the same at 100,000 leads as at ten. Each site's leads stand in the order of an
// index; those of several sites are merged, so that nothing is sorted but what is shown.
import type { LeadFilters, LeadSort } from "@studydesk/domain/leads/lead-filters";
import { type Expression, expressionBuilder, type RawBuilder, type SqlBool, sql } from "kysely";
import { LRUCache } from "lru-cache";
import { compileOnce } from "../compile-once";
import type { Db } from "../open-database";
import type { Schema } from "../schema";
import { filterConditions, type LeadReader, type SiteNow, sitesAskedFor } from "./lead-filters";
import { type LeadOrder, leadOrders } from "./lead-orders";
import {
  type LeadRecord,
  type ListedLead,
  selectLeads,
  selectListedLeads,
  toLeadRecord,
} from "./lead-record";
import { type FoundLeads, findLeadsBySearch, isFound } from "./lead-search";

/**
 * Where a page ended: the last row's id and its place in the order at hand, which is a value of the lead,
 * or the id of the study, site or person that it belongs to (null: it has none).
 */
export interface LeadPosition {
  key: string | number | null;
  id: number;
}

export interface LeadListQuery extends LeadReader {
  filters: LeadFilters;
  sort: LeadSort;
  descending: boolean;
  after?: LeadPosition | undefined;
  limit: number;
  /** On which leads the reader's own notes hold the text that is searched. */
  notedLeadIds?: readonly number[];
}

/** One page; fewer rows than `limit` means that it was the last. */
export async function listLeads(
  db: Db,
  query: LeadListQuery,
): Promise<{ rows: LeadRecord[]; last: LeadPosition | undefined }> {
  const positions = await listLeadPositions(db, query);
  if (positions.length === 0) return { rows: [], last: undefined };
  const ids = positions.map(({ id }) => id);
  const siteIds = query.sites.map(({ siteId }) => siteId);
  return { rows: await listLeadsById(db, siteIds, ids), last: positions.at(-1) };
}

const findListed = compileOnce<{ ids: readonly number[]; siteIds: readonly number[] }>()(
  (db, { each }) =>
    selectListedLeads(db)
      .where("leads.id", "in", each("ids"))
      .where(isOfSites(each("siteIds"))),
);

/** One page as a screen shows it; fewer rows than `limit` means that it was the last. */
export async function listLeadsShown(
  db: Db,
  query: LeadListQuery,
): Promise<{ rows: ListedLead[]; last: LeadPosition | undefined }> {
  const positions = await listLeadPositions(db, query);
  if (positions.length === 0) return { rows: [], last: undefined };
  const ids = positions.map(({ id }) => id);
  const found = await findListed(db, { ids, siteIds: query.sites.map(({ siteId }) => siteId) });
  const byId = new Map(found.map((row) => [row.id, row]));
  const rows = ids.flatMap((id) => {
    const row = byId.get(id);
    return row ? [{ ...row, doNotContact: row.doNotContact === 1 }] : [];
  });
  return { rows, last: positions.at(-1) };
}

const findRows = compileOnce<{ ids: readonly number[]; siteIds: readonly number[] }>()(
  (db, { each }) =>
    selectLeads(db)
      .where("leads.id", "in", each("ids"))
      .where(isOfSites(each("siteIds"))),
);

/** In the order of the ids; what is not of these sites is left out. */
export async function listLeadsById(
  db: Db,
  siteIds: readonly number[],
  ids: readonly number[],
): Promise<LeadRecord[]> {
  if (ids.length === 0 || siteIds.length === 0) return [];
  const found = await findRows(db, { ids, siteIds });
  const byId = new Map(found.map((row) => [row.id, toLeadRecord(row)]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

/** The same page, as ids alone: read within an index where there is one. */
export async function listLeadPositions(db: Db, query: LeadListQuery): Promise<LeadPosition[]> {
  const { filters, after, limit, notedLeadIds } = query;
  const found =
    filters.search === undefined || filters.search === ""
      ? undefined
      : await findLeadsBySearch(db, filters.search, notedLeadIds);
  const positions: LeadPosition[] = [];
  for (const stretch of stretchesFrom(leadOrders[query.sort], after)) {
    const more = limit - positions.length;
    if (more > 0) positions.push(...(await listStretch(db, query, stretch, found, more)));
  }
  return positions;
}

/** A part of an order that one statement reads: leads of one group, of the groups after it, or without a place. */
interface Stretch {
  kind: "by_key" | "one_group" | "groups" | "unplaced";
  after?: LeadPosition | undefined;
}

function stretchesFrom(order: LeadOrder, after: LeadPosition | undefined): Stretch[] {
  const unplaced: Stretch[] = order.hasNot
    ? [{ kind: "unplaced", after: after?.key === null ? after : undefined }]
    : [];
  if (after?.key === null) return unplaced;
  const isGrouped = order.names !== undefined || order.hasFewValues === true;
  const rest: Stretch[] = after && isGrouped ? [{ kind: "one_group", after }] : [];
  return [...rest, { kind: order.names ? "groups" : "by_key", after }, ...unplaced];
}

async function listStretch(
  db: Db,
  query: LeadListQuery,
  stretch: Stretch,
  found: FoundLeads | undefined,
  limit: number,
): Promise<LeadPosition[]> {
  const sites = sitesAskedFor(query.filters, query.sites);
  if (sites.length === 0) return [];
  const { after } = stretch;
  if (found === undefined && isSteady(query.filters)) {
    const ask = keepQuery({ ...query, sites }, stretch);
    const rows = await ask(db, { key: after?.key ?? null, id: after?.id ?? 0, limit });
    return rows.map(({ id, key }) => ({ id, key }));
  }
  // Few leads are looked up by their ids and sorted; many are read in order, site by site.
  const isFew = found !== undefined && found.many === undefined;
  const scopes = isFew ? [sites] : sites.map((site) => [site]);
  const search = found && isFound(db, found);
  const whole = wholeQuery(query, scopes, stretch, search, isFew, limit);
  const { rows } = await sql<LeadPosition>`${whole}`.execute(db);
  return rows.map(({ id, key }) => ({ id, key }));
}

const steadyFilters = new Set([
  "siteIds",
  "statuses",
  "studyIds",
  "ownerIds",
  "languages",
  "sources",
]);

/** What is filtered by says nothing about the moment at which it is asked. */
function isSteady(filters: LeadFilters): boolean {
  return Object.entries(filters).every(
    ([name, value]) => value === undefined || steadyFilters.has(name),
  );
}

type PlacedQuery = ReturnType<typeof placeQuery>;
const keptQueries = new LRUCache<string, PlacedQuery>({ max: 200 });

/** The same few views are asked for all day, from place to place. */
function keepQuery(query: LeadListQuery, { kind, after }: Stretch): PlacedQuery {
  const { sort, descending, filters, sites } = query;
  const siteIds = sites.map(({ siteId }) => siteId);
  const key = JSON.stringify([kind, after !== undefined, sort, descending, siteIds, filters]);
  const kept = keptQueries.get(key) ?? placeQuery(query, kind, after !== undefined);
  keptQueries.set(key, kept);
  return kept;
}

function placeQuery(query: LeadListQuery, kind: Stretch["kind"], hasAfter: boolean) {
  const scopes = query.sites.map((site) => [site]);
  return compileOnce<{ key: string | number | null; id: number; limit: number }>()(
    (db, { one }) => {
      const after = hasAfter ? { key: one("key"), id: one("id") } : undefined;
      const whole = wholeQuery(query, scopes, { kind, after }, undefined, false, one("limit"));
      return { compile: () => sql<LeadPosition>`${whole}`.compile(db) };
    },
  );
}

/** A stretch with values, or with places for them. */
interface PlacedStretch {
  kind: Stretch["kind"];
  after?: { key: unknown; id: unknown } | undefined;
}

function wholeQuery(
  query: LeadListQuery,
  scopes: readonly (readonly SiteNow[])[],
  stretch: PlacedStretch,
  isFoundBySearch: RawBuilder<SqlBool> | undefined,
  isFew: boolean,
  limit: unknown,
): RawBuilder<unknown> {
  const parts = scopes.map((sites) =>
    partQuery({ ...query, sites }, stretch, isFoundBySearch, isFew, limit),
  );
  if (parts.length === 1) return sql`${parts[0]}`;
  const all = parts.map((part) => sql`select * from (${part}) as part`);
  return sql`select * from (${sql.join(all, sql` union all `)}) as parts
    order by ${inOrder(query, [sql.ref("name"), sql.ref("key"), sql.ref("id")])} limit ${limit}`;
}

const expressions = expressionBuilder<Schema, "leads">();

/** Rows of `name` (what is compared), `key` and `id`. */
function partQuery(
  query: LeadListQuery,
  { kind, after }: PlacedStretch,
  isFoundBySearch: RawBuilder<SqlBool> | undefined,
  isFew: boolean,
  limit: unknown,
): RawBuilder<unknown> {
  const { key, has, hasNot, hasFewValues, names, within } = leadOrders[query.sort];
  const id = sql.ref("leads.id");
  const conditions = filterConditions(expressions, query.filters, query, within);
  const siteIds = query.sites.map(({ siteId }) => siteId);
  const ofSites = isFew ? isOfSites(siteIds) : sql<SqlBool>`leads."siteId" = ${siteIds[0]}`;
  const where = (...more: (RawBuilder<SqlBool> | undefined)[]) => {
    const all = [ofSites, isFoundBySearch, ...conditions, ...more];
    return sql.join(
      all.filter((one) => one !== undefined),
      sql` and `,
    );
  };
  const beyond = isAscending(query) ? sql`>` : sql`<`;
  const afterId = after && sql<SqlBool>`${id} ${beyond} ${after.id}`;
  if (kind === "unplaced") {
    return sql`select null as name, null as key, ${id} as id from leads
      where ${where(hasNot, afterId)} order by ${inOrder(query, [id])} limit ${limit}`;
  }
  if (kind === "one_group") {
    return sql`select null as name, ${key} as key, ${id} as id from leads
      where ${where(sql`${key} = ${after?.key}`, afterId)} order by ${inOrder(query, [id])} limit ${limit}`;
  }
  if (kind === "groups" && names) {
    const { table, name } = names;
    const group = sql.ref("belongsTo.id");
    const later =
      after &&
      sql<SqlBool>`(${name}, ${group}) ${beyond} (
        (select ${name} from ${table} as "belongsTo" where ${group} = ${after.key}), ${after.key})`;
    // SQLite goes through them in this order: few leads are looked up first, not found among all of each group.
    const tables = isFew
      ? sql`leads cross join ${table} as "belongsTo"`
      : sql`${table} as "belongsTo" cross join leads`;
    return sql`select ${name} as name, ${group} as key, ${id} as id from ${tables}
      where ${where(sql`${key} = ${group}`, later)}
      order by ${inOrder(query, [name, group, id])} limit ${limit}`;
  }
  const later =
    after &&
    (hasFewValues
      ? sql<SqlBool>`${key} ${beyond} ${after.key}`
      : sql<SqlBool>`(${key}, ${id}) ${beyond} (${after.key}, ${after.id})`);
  return sql`select ${key} as name, ${key} as key, ${id} as id from leads
    where ${where(has, later)} order by ${inOrder(query, [key, id])} limit ${limit}`;
}

/** The plus keeps SQLite from walking through whole sites where few leads are looked up. */
function isOfSites(siteIds: readonly (number | Expression<number>)[]): RawBuilder<SqlBool> {
  return sql`+leads."siteId" in (${sql.join(siteIds)})`;
}

function isAscending({ sort, descending }: LeadListQuery): boolean {
  return descending === (leadOrders[sort].reversed ?? false);
}

function inOrder(query: LeadListQuery, terms: RawBuilder<unknown>[]): RawBuilder<unknown> {
  const direction = isAscending(query) ? sql`asc` : sql`desc`;
  return sql.join(terms.map((term) => sql`${term} ${direction}`));
}
