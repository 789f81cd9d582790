// How far leads came, and how long it took: every group in one walk through the index of all leads, and
// one through that of those who were reached.
import type { FunnelGrouping, FunnelStage } from "@studydesk/domain/reports/report";
import { type RawBuilder, sql } from "kysely";
import { readNumbers, secondsBetween } from "../dialect";
import { cameTo } from "../leads/progress-conditions";
import type { Db } from "../open-database";
import {
  type Days,
  isInScope,
  languageKey,
  listMonths,
  type ReportScope,
  type ReportSite,
  sourceKey,
  studyKey,
} from "./report-scope";

export interface CountedGroup {
  /** An id as text, a source, a month, a language or `none`. */
  key: string;
  stages: Record<FunnelStage, number>;
  /** Seconds from arrival, one for each lead that it happened to. */
  toFirstContact: number[];
  toDecision: number[];
}

/** In no order; groups without leads are left out, but for months between others. */
export async function countFunnel(
  db: Db,
  scope: ReportScope,
  by: FunnelGrouping,
): Promise<CountedGroup[]> {
  const groups = new Map<string, CountedGroup>();
  const groupOf = (key: string): CountedGroup => {
    const known = groups.get(key);
    if (known) return known;
    const group: CountedGroup = {
      key,
      stages: { arrived: 0, reached: 0, screened: 0, eligible: 0, visit_held: 0, enrolled: 0 },
      ...{ toFirstContact: [], toDecision: [] },
    };
    groups.set(key, group);
    return group;
  };
  for (const { site, days, key, fixed } of await stretchesOf(db, scope, by)) {
    const where = sql`${isInScope(site, scope.input, days)} and leads.status <> 'invalid'`;
    if (fixed !== undefined) groupOf(fixed);
    for (const row of await countArrived(db, key, where)) {
      groupOf(fixed ?? String(row.key)).stages.arrived += Number(row.arrived);
    }
    for (const row of await countReached(db, key, where)) {
      const { stages, toFirstContact, toDecision } = groupOf(fixed ?? String(row.key));
      stages.reached += Number(row.reached);
      stages.screened += Number(row.screened);
      stages.eligible += Number(row.eligible);
      stages.visit_held += Number(row.visitHeld);
      stages.enrolled += Number(row.enrolled);
      for (const wait of readNumbers(row.toFirstContact)) toFirstContact.push(wait);
      for (const wait of readNumbers(row.toDecision)) toDecision.push(wait);
    }
  }
  return [...groups.values()];
}

interface StretchOfLeads {
  site: ReportSite;
  days: Days;
  key: RawBuilder<unknown>;
  /** All of it is of this group. */
  fixed?: string;
}

const keys = { study: studyKey, source: sourceKey, language: languageKey } as const;
/** Of one group there is nothing to sort. */
const one = sql.lit(1);
const groupBy = (key: RawBuilder<unknown>) => (key === one ? sql`` : sql`group by ${key}`);

async function stretchesOf(
  db: Db,
  scope: ReportScope,
  by: FunnelGrouping,
): Promise<StretchOfLeads[]> {
  if (by === "month") {
    const months = await listMonths(db, scope);
    return months.map(({ site, month, days }) => ({ site, days, key: one, fixed: month }));
  }
  return scope.sites.map((site) => ({
    ...{ site, days: scope.input },
    ...(by === "site" ? { key: one, fixed: String(site.siteId) } : { key: keys[by] }),
  }));
}

async function countArrived(db: Db, key: RawBuilder<unknown>, where: RawBuilder<unknown>) {
  const { rows } = await sql<{ key: string | number; arrived: number }>`
    select ${key} as key, count(*) as arrived from leads where ${where} ${groupBy(key)}`.execute(
    db,
  );
  return rows;
}

interface ReachedRow {
  key: string | number;
  reached: number;
  screened: number;
  eligible: number;
  visitHeld: number;
  enrolled: number;
  toFirstContact: unknown;
  toDecision: unknown;
}

async function countReached(db: Db, key: RawBuilder<unknown>, where: RawBuilder<unknown>) {
  const came = (stage: Exclude<FunnelStage, "arrived">) =>
    sql`sum(case when ${cameTo(stage)} then 1 else 0 end)`;
  const toFirstContact = secondsBetween(
    db,
    sql`leads."createdAt"`,
    sql`leads."firstContactAt"`,
    sql`leads."firstContactAt" is not null`,
  );
  const toDecision = secondsBetween(
    db,
    sql`leads."createdAt"`,
    sql`leads."decidedAt"`,
    sql`leads."screenedAt" is not null and leads."decidedAt" is not null`,
  );
  const { rows } = await sql<ReachedRow>`
    select ${key} as key, count(*) as reached, ${came("screened")} as screened,
      ${came("eligible")} as eligible, ${came("visit_held")} as "visitHeld",
      ${came("enrolled")} as enrolled,
      ${toFirstContact} as "toFirstContact", ${toDecision} as "toDecision"
    from leads where ${where} and ${cameTo("reached")} ${groupBy(key)}`.execute(db);
  return rows;
}
