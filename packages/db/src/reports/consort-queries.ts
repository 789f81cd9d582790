// Where leads stand and why, counted: by status, by reason where one is named, by criterion where one
// failed, and who of the enrolled still takes part. Each is read within an index of few leads.
import type { LeadStatus, StatusReason } from "@studydesk/domain/leads/lead-status";
import type { StandingCounts } from "@studydesk/domain/reports/standing-counts";
import { type RawBuilder, sql } from "kysely";
import { cameTo } from "../leads/progress-conditions";
import type { Db } from "../open-database";
import { isInScope, type ReportScope } from "./report-scope";

export async function countStandings(db: Db, scope: ReportScope): Promise<StandingCounts> {
  return {
    statuses: await countByStatus(db, scope),
    reasons: await atEachSite(scope, (where) => countReasons(db, where)),
    criteria: await countFailures(db, scope),
    enrolled: await atEachSite(scope, (where) => countEnrolled(db, where)),
  };
}

export function countByStatus(db: Db, scope: ReportScope): Promise<StandingCounts["statuses"]> {
  return atEachSite(scope, (where) => countStatuses(db, where));
}

export function countFailures(db: Db, scope: ReportScope): Promise<StandingCounts["criteria"]> {
  return atEachSite(scope, (where) => countCriteria(db, where));
}

async function atEachSite<Row>(
  { sites, input }: ReportScope,
  count: (where: RawBuilder<unknown>) => Promise<Row[]>,
): Promise<Row[]> {
  const rows: Row[] = [];
  for (const site of sites) rows.push(...(await count(isInScope(site, input))));
  return rows;
}

async function countStatuses(db: Db, where: RawBuilder<unknown>) {
  const { rows } = await sql<{ status: LeadStatus; count: number }>`
    select leads.status, count(*) as count from leads where ${where} group by leads.status`.execute(
    db,
  );
  return rows.map((row) => ({ ...row, count: Number(row.count) }));
}

async function countReasons(db: Db, where: RawBuilder<unknown>) {
  const { rows } = await sql<{
    status: LeadStatus;
    reason: StatusReason;
    isEnrolled: number;
    count: number;
  }>`
    select leads.status, leads."statusReason" as reason,
      case when leads."enrolledAt" is null then 0 else 1 end as "isEnrolled", count(*) as count
    from leads where ${where} and leads."statusReason" is not null group by 1, 2, 3`.execute(db);
  return rows.map((row) => ({
    ...row,
    isEnrolled: Number(row.isEnrolled) === 1,
    count: Number(row.count),
  }));
}

/** Whoever failed was screened: within the index of those alone. */
async function countCriteria(db: Db, where: RawBuilder<unknown>) {
  const { rows } = await sql<{
    status: LeadStatus;
    reason: StatusReason | null;
    lineId: number;
    count: number;
  }>`
    select failed.status, failed.reason, criteria."lineId", sum(failed.count) as count from (
      select leads.status, leads."statusReason" as reason, leads."criterionId", count(*) as count
      from leads where ${where} and leads."screenedAt" is not null
        and coalesce(leads.status, '') in ('pre_screen_failure', 'screen_failure')
        and leads."criterionId" is not null
      group by 1, 2, 3) as failed
    join criteria on criteria.id = failed."criterionId"
    group by 1, 2, 3`.execute(db);
  return rows.map((row) => ({ ...row, count: Number(row.count) }));
}

async function countEnrolled(db: Db, where: RawBuilder<unknown>) {
  const { rows } = await sql<{ status: LeadStatus; count: number }>`
    select leads.status, count(*) as count from leads
    where ${where} and ${cameTo("enrolled")} and coalesce(leads.status, '') <> 'invalid'
    group by leads.status`.execute(db);
  return rows.map((row) => ({ ...row, count: Number(row.count) }));
}
