// The orders of the lead list, each as it stands in an index: by a column of the lead itself, or by the
// name of what the lead belongs to. Leads without a place in an order come last, in both directions.
import type { LeadSort } from "@studydesk/domain/leads/lead-filters";
import { leadStatuses, openLeadStatuses } from "@studydesk/domain/leads/lead-status";
import { type RawBuilder, type SqlBool, sql } from "kysely";

export interface LeadOrder {
  /** What a position remembers: a value of the lead, or the id of what it belongs to. */
  key: RawBuilder<string | number | null>;
  /** Which leads have a place in this order, and which have not. */
  has?: RawBuilder<SqlBool>;
  hasNot?: RawBuilder<SqlBool>;
  /** The order counts backwards from the key: who has waited longest has the oldest date. */
  reversed?: boolean;
  /** Thousands of leads share a value: a page within one of them begins at an id. */
  hasFewValues?: boolean;
  /** Columns that its index holds, besides the status: filters of them need no look at the rows. */
  within: ReadonlySet<string>;
  /** The table whose names order the leads; its rows of the same name stand by their ids. */
  names?: { table: RawBuilder<unknown>; name: RawBuilder<string> };
}

const none: ReadonlySet<string> = new Set();
const open = sql.join(openLeadStatuses.map((status) => sql.lit(status)));

function byValue(column: string): LeadOrder {
  const key = sql.ref<string | null>(`leads.${column}`);
  return {
    key,
    has: sql`${key} is not null`,
    hasNot: sql`${key} is null`,
    within: new Set([column, "ownerId"]),
  };
}

function byName(column: string, table: string, name: string): LeadOrder {
  return {
    key: sql.ref(`leads.${column}`),
    within: new Set([column, "ownerId"]),
    names: { table: sql.table(table), name: sql`lower(${sql.ref(`belongsTo.${name}`)})` },
  };
}

export const leadOrders: Readonly<Record<LeadSort, LeadOrder>> = {
  arrived: {
    key: sql.ref("leads.createdAt"),
    within: new Set(["createdAt", "ownerId", "studyId", "language", "source"]),
  },
  name: { key: sql.ref("leads.sortName"), within: none },
  waiting: {
    key: sql.ref("leads.statusSince"),
    has: sql`leads.status in (${open})`,
    hasNot: sql`leads.status not in (${open})`,
    reversed: true,
    within: none,
  },
  // As in the index that holds this order.
  status: {
    key: sql`case leads.status ${sql.join(
      leadStatuses.map((status, rank) => sql`when ${sql.lit(status)} then ${sql.lit(rank)}`),
      sql` `,
    )} else ${sql.lit(leadStatuses.length)} end`,
    hasFewValues: true,
    within: new Set(["ownerId"]),
  },
  follow_up: byValue("followUpAt"),
  language: { ...byValue("language"), hasFewValues: true },
  last_contact: byValue("lastAttemptAt"),
  source: {
    key: sql.ref("leads.source"),
    hasFewValues: true,
    within: new Set(["source", "ownerId"]),
  },
  attempts: {
    key: sql.ref("leads.attemptCount"),
    hasFewValues: true,
    within: new Set(["ownerId"]),
  },
  study: byName("studyId", "studies", "title"),
  site: byName("siteId", "sites", "name"),
  owner: {
    ...byName("ownerId", "user", "name"),
    has: sql`leads."ownerId" is not null`,
    hasNot: sql`leads."ownerId" is null`,
  },
};
