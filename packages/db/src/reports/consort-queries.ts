// Where leads stand and why, counted: by status, by reason where one is named, by criterion where one
// failed, and who of the enrolled still takes part. Each is read within an index of few leads.
import type { LeadStatus } from "@studydesk/domain/leads/lead-status";
import type { StatusReason } from "@studydesk/domain/leads/status-reasons";
import type { StandingCounts } from "@studydesk/domain/reports/standing-counts";
import { type RawBuilder, sql } from "kysely";
import { cameTo } from "../leads/progress-conditions";
import type { Db } from "../open-database";
import { isInScope, type ReportScope, statusKey } from "./report-scope";

export async function countStandings(db: Db, scope: ReportScope): Promise<StandingCounts> {
  return {
    statuses: await countByStatus(db, scope),
    reasons: await atEachSite(scope, (where) => countReasons(db, where)),
    criteria: await countFailures(db, scope),
    enrolled: await atEachSite(scope, (where) => countEnrolled(db, where)),
  };
}

export function countByStatus(db: Db, scope: ReportScope): Promise<StandingCounts["statuses"]> {
  const { languages, sources } = scope.input;
  // The index of statuses holds the rest.
  const isWithinIndex = !languages?.length && !sources?.length;
  const key = isWithinIndex ? sql`leads.status` : statusKey;
  return atEachSite(scope, async (where) => {
    const { rows } = await sql<{ status: LeadStatus; count: number }>`
      select ${key} as status, count(*) as count from leads where ${where} group by ${key}`.execute(
      db,
    );
    return rows.map((row) => ({ ...row, count: Number(row.count) }));
  });
}

/** Before consent every failure names a criterion; after it, those alone whose reason says so. */
export async function countFailures(
  db: Db,
  scope: ReportScope,
): Promise<StandingCounts["criteria"]> {
  const before = sql`leads."screenedAt" is not null and ${statusKey} = 'pre_screen_failure'`;
  const after = sql`leads."statusReason" = 'criterion_failed' and ${statusKey} = 'screen_failure'`;
  return [
    ...(await atEachSite(scope, (where) => countCriteria(db, sql`${where} and ${before}`))),
    ...(await atEachSite(scope, (where) => countCriteria(db, sql`${where} and ${after}`))),
  ];
}

async function atEachSite<Row>(
  { sites, input }: ReportScope,
  count: (where: RawBuilder<unknown>) => Promise<Row[]>,
): Promise<Row[]> {
  const rows: Row[] = [];
  for (const site of sites) rows.push(...(await count(isInScope(site, input))));
  return rows;
}

async function countCriteria(db: Db, where: RawBuilder<unknown>) {
  const { rows } = await sql<{ status: LeadStatus; lineId: number; count: number }>`
    select failed.status, criteria."lineId", sum(failed.count) as count from (
      select ${statusKey} as status, leads."criterionId", count(*) as count
      from leads where ${where} and leads."criterionId" is not null
      group by 1, 2) as failed
    join criteria on criteria.id = failed."criterionId"
    group by 1, 2`.execute(db);
  return rows.map((row) => ({ ...row, count: Number(row.count) }));
}

async function countReasons(db: Db, where: RawBuilder<unknown>) {
  const { rows } = await sql<{
    status: LeadStatus;
    reason: StatusReason;
    enrolled: number;
    count: number;
  }>`
    select leads.status, leads."statusReason" as reason,
      count(leads."enrolledAt") as enrolled, count(*) as count
    from leads where ${where} and leads."statusReason" is not null
    group by leads."statusReason", leads.status`.execute(db);
  return rows.map(({ enrolled, count, ...row }) => ({
    ...{ ...row, enrolled: Number(enrolled), count: Number(count) },
  }));
}

async function countEnrolled(db: Db, where: RawBuilder<unknown>) {
  const { rows } = await sql<{ status: LeadStatus; count: number }>`
    select ${statusKey} as status, count(*) as count from leads
    where ${where} and ${cameTo("enrolled")} and ${statusKey} <> 'invalid'
    group by 1`.execute(db);
  return rows.map((row) => ({ ...row, count: Number(row.count) }));
}
