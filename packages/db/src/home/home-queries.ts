// What Home shows of one site, each from an index of its own: arrivals and first contacts, how the promise
// was kept, whose runs out soon, and what came of this week's attempts.
import type { ArrivalDay, OutcomeCount } from "@studydesk/domain/home/home";
import { awaitedStatuses } from "@studydesk/domain/leads/lead-status";
import { type SqlBool, sql } from "kysely";
import { hoursBetween } from "../dialect";
import type { Db } from "../open-database";

export interface ArrivalsQuery {
  siteId: number;
  promiseHours: number;
  /** ISO-8601 UTC. */
  now: string;
  days: number;
}

export interface DayOfArrivals extends ArrivalDay {
  /** No invalid ones: spam was promised nothing. Whose time is not up yet is not counted, either. */
  promised: number;
  kept: number;
}

const dayMs = 86_400_000;

/** Days on which nobody came are left out. */
export async function listArrivals(
  db: Db,
  { siteId, promiseHours, now, days }: ArrivalsQuery,
): Promise<DayOfArrivals[]> {
  const since = new Date(Date.parse(now) - days * dayMs).toISOString();
  const promiseBefore = new Date(Date.parse(now) - promiseHours * 3_600_000).toISOString();
  const age = hoursBetween(db, sql.ref("createdAt"), sql`${now}`);
  const wait = hoursBetween(db, sql.ref("createdAt"), sql.ref("firstContactAt"));
  const isKept = sql<SqlBool>`"firstContactAt" is not null and ${wait} <= ${promiseHours}`;
  const isDue = sql<SqlBool>`("firstContactAt" is not null or "createdAt" < ${promiseBefore})`;
  const isReal = sql<SqlBool>`status <> 'invalid'`;
  const { rows } = await sql<DayOfArrivals>`
    select cast(floor(${age} / 24) as integer) as "daysAgo", count(*) as arrived,
      count("firstContactAt") as reached,
      sum(case when ${isReal} and ${isDue} then 1 else 0 end) as promised,
      sum(case when ${isReal} and ${isKept} then 1 else 0 end) as kept
    from leads
    where "siteId" = ${siteId} and "createdAt" > ${since} and "createdAt" <= ${now}
    group by 1 order by 1`.execute(db);
  return rows.map((row) => ({
    daysAgo: Number(row.daysAgo),
    arrived: Number(row.arrived),
    reached: Number(row.reached),
    promised: Number(row.promised),
    kept: Number(row.kept),
  }));
}

/** So many say as much about a site as all do. */
const mostRead = 1_000;

/** The newest; whoever was marked invalid waited for nothing. */
export async function listWaits(
  db: Db,
  siteId: number,
  since: string,
): Promise<{ createdAt: string; firstContactAt: string | null }[]> {
  return db
    .selectFrom("leads")
    .select(["createdAt", "firstContactAt"])
    .where("siteId", "=", siteId)
    .where("createdAt", ">=", since)
    .where("status", "!=", "invalid")
    .orderBy("createdAt", "desc")
    .limit(mostRead)
    .execute();
}

/** Ids of who waits for a first contact and came in this stretch of time, the oldest first. */
export async function listAwaiting(
  db: Db,
  { siteId, from, until, limit }: { siteId: number; from: string; until: string; limit: number },
): Promise<number[]> {
  const rows = await db
    .selectFrom("leads")
    .select("id")
    .where("siteId", "=", siteId)
    // Spelled out as in the index of these leads alone.
    .where(sql<SqlBool>`status in (${sql.join(awaitedStatuses.map((status) => sql.lit(status)))})`)
    .where("firstContactAt", "is", null)
    .where("createdAt", ">=", from)
    .where("createdAt", "<", until)
    .where("doNotContact", "=", 0)
    .orderBy("createdAt")
    .orderBy("id")
    .limit(limit)
    .execute();
  return rows.map(({ id }) => id);
}

/** What came of the attempts since then; what was taken back counts nowhere. */
export async function countOutcomes(
  db: Db,
  siteId: number,
  since: string,
): Promise<OutcomeCount[]> {
  const rows = await db
    .selectFrom("leads")
    .innerJoin("contactAttempts", "contactAttempts.leadId", "leads.id")
    .select((eb) => [
      "contactAttempts.outcome",
      eb.fn.countAll<number>().as("attempts"),
      eb.fn.count<number>("contactAttempts.leadId").distinct().as("people"),
    ])
    .where("leads.siteId", "=", siteId)
    .where("leads.lastAttemptAt", ">", since)
    .where("contactAttempts.at", ">", since)
    .where("contactAttempts.takenBackAt", "is", null)
    .groupBy("contactAttempts.outcome")
    .execute();
  return rows
    .map(({ outcome, attempts, people }): OutcomeCount => ({ outcome, attempts, people }))
    .toSorted((a, b) => b.people - a.people || (a.outcome < b.outcome ? -1 : 1));
}
