// The inbox: any filter, any order, page by page from the last row seen (never by counting rows off),
// so that a page costs the same at 100,000 leads as at ten.
import type { LeadFilters, LeadSort } from "@studydesk/domain/leads/lead-filters";
import { leadStatuses, openLeadStatuses } from "@studydesk/domain/leads/lead-status";
import { type Expression, type SqlBool, sql } from "kysely";
import type { Db } from "../open-database";
import { type LeadExpressions, type LeadReader, matchesFilters } from "./lead-filters";
import { type LeadRecord, selectLeads, toLeadRecord } from "./lead-record";

/** Where a page ended: the last row's value in the order at hand (null: it has none) and its id. */
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
}

interface Order {
  key: Expression<string | number | null>;
  /** Which rows have a place in this order; the others come last, in both directions. */
  has?: (eb: LeadExpressions) => Expression<SqlBool>;
  hasNot?: (eb: LeadExpressions) => Expression<SqlBool>;
  /** The order counts backwards from the key: who has waited longest has the oldest date. */
  reversed?: boolean;
}

const hasValue = (column: "leads.ownerId" | "leads.language" | "leads.lastAttemptAt") => ({
  has: (eb: LeadExpressions) => eb(column, "is not", null),
  hasNot: (eb: LeadExpressions) => eb(column, "is", null),
});

const orders: Readonly<Record<LeadSort, Order>> = {
  arrived: { key: sql.ref("leads.createdAt") },
  name: { key: sql.ref("leads.sortName") },
  waiting: {
    key: sql.ref("leads.statusSince"),
    has: (eb) => eb("leads.status", "in", openLeadStatuses),
    hasNot: (eb) => eb("leads.status", "not in", openLeadStatuses),
    reversed: true,
  },
  follow_up: {
    key: sql.ref("leads.followUpAt"),
    has: (eb) => eb("leads.followUpAt", "is not", null),
    hasNot: (eb) => eb("leads.followUpAt", "is", null),
  },
  status: {
    key: sql`case leads.status ${sql.join(
      leadStatuses.map((status, rank) => sql`when ${sql.lit(status)} then ${sql.lit(rank)}`),
      sql` `,
    )} else ${sql.lit(leadStatuses.length)} end`,
  },
  study: { key: sql`(select title from studies where studies.id = leads."studyId")` },
  site: { key: sql`(select name from sites where sites.id = leads."siteId")` },
  owner: {
    key: sql`(select name from "user" where "user".id = leads."ownerId")`,
    ...hasValue("leads.ownerId"),
  },
  language: { key: sql.ref("leads.language"), ...hasValue("leads.language") },
  source: { key: sql.ref("leads.source") },
  last_contact: { key: sql.ref("leads.lastAttemptAt"), ...hasValue("leads.lastAttemptAt") },
  attempts: { key: sql.ref("leads.attemptCount") },
};

/** One page; fewer rows than `limit` means that it was the last. */
export async function listLeads(
  db: Db,
  query: LeadListQuery,
): Promise<{ rows: LeadRecord[]; last: LeadPosition | undefined }> {
  const positions = await listPositions(db, query);
  if (positions.length === 0) return { rows: [], last: undefined };
  const ids = positions.map(({ id }) => id);
  const found = await selectLeads(db).where("leads.id", "in", ids).execute();
  const byId = new Map(found.map((row) => [row.id, toLeadRecord(row)]));
  return { rows: ids.flatMap((id) => byId.get(id) ?? []), last: positions.at(-1) };
}

async function listPositions(db: Db, query: LeadListQuery): Promise<LeadPosition[]> {
  const { after, limit } = query;
  const { has, hasNot } = orders[query.sort];
  const placed = after?.key === null ? [] : await listPart(db, query, has, after, limit);
  if (!hasNot || placed.length === limit) return placed;
  const lastUnplaced = after?.key === null ? after : undefined;
  const unplaced = await listPart(db, query, hasNot, lastUnplaced, limit - placed.length, true);
  return [...placed, ...unplaced.map(({ id }) => ({ key: null, id }))];
}

/** Only ids are read here: within an index where there is one. */
async function listPart(
  db: Db,
  { filters, sort, descending, ...reader }: LeadListQuery,
  part: ((eb: LeadExpressions) => Expression<SqlBool>) | undefined,
  after: LeadPosition | undefined,
  limit: number,
  byIdAlone = false,
): Promise<LeadPosition[]> {
  const { key, reversed = false } = orders[sort];
  const direction = descending === reversed ? "asc" : "desc";
  const beyond = sql.raw(direction === "asc" ? ">" : "<");
  return db
    .selectFrom("leads")
    .select(["leads.id", sql<string | number | null>`${key}`.as("key")])
    .where((eb) => eb.and([matchesFilters(eb, filters, reader), ...(part ? [part(eb)] : [])]))
    .$if(after !== undefined, (q) =>
      q.where(
        byIdAlone
          ? sql<SqlBool>`leads.id ${beyond} ${after?.id}`
          : sql<SqlBool>`(${key}, leads.id) ${beyond} (${after?.key}, ${after?.id})`,
      ),
    )
    .$if(!byIdAlone, (q) => q.orderBy(key, direction))
    .orderBy("leads.id", direction)
    .limit(limit)
    .execute();
}
