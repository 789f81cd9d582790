// Which leads a report is about, site by site: each has its own days, and its leads stand side by side in
// every index. Whatever else narrows them is part of the indexes that reports read.
import { noLanguage } from "@studydesk/domain/leads/lead-filters";
import type { LeadStatus } from "@studydesk/domain/leads/lead-status";
import { dayIn, startOfDay } from "@studydesk/domain/leads/local-day";
import { daysOfMonth, monthOfDay, monthsBetween } from "@studydesk/domain/reports/months";
import type { ReportInput } from "@studydesk/domain/reports/report";
import { type RawBuilder, type SqlBool, sql } from "kysely";
import type { Db } from "../open-database";

/** A site of the viewer's. */
export interface ReportSite {
  siteId: number;
  /** IANA. */
  timeZone: string;
}

export interface ReportScope {
  /** Those that are asked for, of the viewer's. */
  sites: readonly ReportSite[];
  input: ReportInput;
}

export type Days = Pick<ReportInput, "from" | "to">;

/** Leads of the site that the report is about, in every status. */
export function isInScope(
  { siteId, timeZone }: ReportSite,
  input: ReportInput,
  days: Days = input,
): RawBuilder<SqlBool> {
  const { studyIds, sources, languages } = input;
  const { from, to } = days;
  const conditions = [sql`leads."siteId" = ${siteId}`];
  const add = (condition: RawBuilder<unknown>) => {
    conditions.push(condition);
  };
  if (from !== undefined) add(sql`leads."createdAt" >= ${startOfDay(timeZone, from)}`);
  if (to !== undefined) add(sql`leads."createdAt" < ${startOfDay(timeZone, to, 1)}`);
  if (studyIds?.length) add(sql`leads."studyId" in (${sql.join(studyIds)})`);
  if (sources?.length) add(sql`leads.source in (${sql.join(sources)})`);
  if (languages?.length) add(sql`${languageKey} in (${sql.join(languages)})`);
  return sql<SqlBool>`${sql.join(conditions, sql` and `)}`;
}

/**
 * What groups are told apart by. None is a bare column: SQLite would walk an index that stands in their
 * order, and look up every row.
 */
export const languageKey = sql<string>`coalesce(leads.language, ${sql.lit(noLanguage)})`;
export const statusKey = sql<LeadStatus>`coalesce(leads.status, '')`;
export const studyKey = sql<number>`coalesce(leads."studyId", 0)`;
export const sourceKey = sql<string>`coalesce(leads.source, '')`;

export interface MonthOfSite {
  site: ReportSite;
  month: string;
  days: { from: string; to: string };
}

/** From the first month to the last in which leads of the scope's days came, by each site's calendar. */
export async function listMonths(db: Db, { sites, input }: ReportScope): Promise<MonthOfSite[]> {
  const months: MonthOfSite[] = [];
  for (const site of sites) {
    const { rows } = await sql<{ first: string | null; last: string | null }>`
      select min("createdAt") as first, max("createdAt") as last from leads
      where ${isInScope(site, { from: input.from, to: input.to })}`.execute(db);
    const { first, last } = rows[0] ?? { first: null, last: null };
    if (first === null || last === null) continue;
    const dayOf = (at: string) => monthOfDay(dayIn(site.timeZone, at));
    for (const month of monthsBetween(dayOf(first), dayOf(last))) {
      months.push({ site, month, days: daysOfMonth(month, input) });
    }
  }
  return months;
}
