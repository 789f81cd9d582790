// Which leads are still to be looked at: those that triggers put on a list, and those of a walk through a
// whole site, which remembers how far it came.
import type { ScanStatus } from "@studydesk/domain/duplicates/duplicate-pair";
import { sql } from "kysely";
import type { Db } from "../open-database";
import type { Row } from "../schema";
import { isWithin } from "../sites/is-within";

export type LeadToCheck = Row<"duplicateChecks">;
export type ScanRecord = Row<"duplicateScans">;

/** Asked at every change of anything: two looks into indexes. */
export async function hasDuplicateWork(db: Db): Promise<boolean> {
  const [waiting] = await listLeadsToCheck(db, 1);
  return waiting !== undefined || (await findRunningScan(db)) !== undefined;
}

export function listLeadsToCheck(db: Db, limit: number): Promise<LeadToCheck[]> {
  return db.selectFrom("duplicateChecks").selectAll().orderBy("leadId").limit(limit).execute();
}

/** Whatever changed since it was looked at stays on the list. */
export async function tickLeads(trx: Db, leads: readonly LeadToCheck[]): Promise<void> {
  for (const { leadId, turn } of leads) {
    await trx
      .deleteFrom("duplicateChecks")
      .where("leadId", "=", leadId)
      .where("turn", "=", turn)
      .execute();
  }
}

/** For leads that were made up: none from this number on is looked at. */
export async function tickLeadsFrom(trx: Db, leadId: number): Promise<void> {
  await trx.deleteFrom("duplicateChecks").where("leadId", ">=", leadId).execute();
}

/** Puts leads on the list of which no column changed, but whom they stand for. */
export async function checkAgain(trx: Db, leadIds: readonly number[]): Promise<void> {
  for (const leadId of leadIds) {
    await trx
      .insertInto("duplicateChecks")
      .values({ leadId })
      .onConflict((conflict) =>
        conflict
          .column("leadId")
          .doUpdateSet({ turn: sql<number>`${sql.ref("duplicateChecks.turn")} + 1` }),
      )
      .execute();
  }
}

export async function addScan(
  trx: Db,
  scan: { siteId: number; byUserId: string | null; at: string },
): Promise<number> {
  const { siteId, byUserId, at } = scan;
  const { total } = await trx
    .selectFrom("leads")
    .select((eb) => eb.fn.countAll<number>().as("total"))
    .where("siteId", "=", siteId)
    .executeTakeFirstOrThrow();
  const { id } = await trx
    .insertInto("duplicateScans")
    .values({ siteId, byUserId, total, startedAt: at, status: "running" })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

export function findRunningScan(db: Db, siteId?: number): Promise<ScanRecord | undefined> {
  return db
    .selectFrom("duplicateScans")
    .selectAll()
    .where("status", "=", "running")
    .$if(siteId !== undefined, (query) => query.where("siteId", "=", siteId ?? 0))
    .orderBy("id")
    .limit(1)
    .executeTakeFirst();
}

/** The newest of each of these sites. */
export async function listLastScans(
  db: Db,
  siteIds: readonly number[],
): Promise<(ScanRecord & { siteName: string })[]> {
  return db
    .selectFrom("duplicateScans")
    .innerJoin("sites", "sites.id", "duplicateScans.siteId")
    .selectAll("duplicateScans")
    .select("sites.name as siteName")
    .where("duplicateScans.id", "in", (eb) =>
      eb
        .selectFrom("duplicateScans as last")
        .select((last) => last.fn.max("last.id").as("id"))
        .where(isWithin("last.siteId", siteIds))
        .groupBy("last.siteId"),
    )
    .orderBy("duplicateScans.id", "desc")
    .execute();
}

export async function listNextOfScan(
  db: Db,
  scan: Pick<ScanRecord, "siteId" | "upToLeadId">,
  limit: number,
): Promise<number[]> {
  const rows = await db
    .selectFrom("leads")
    .select("id")
    .where("siteId", "=", scan.siteId)
    .where("id", ">", scan.upToLeadId)
    .orderBy("id")
    .limit(limit)
    .execute();
  return rows.map(({ id }) => id);
}

/** Only on from where it was: of two workers one alone goes on. */
export async function advanceScan(
  trx: Db,
  scan: Pick<ScanRecord, "id" | "upToLeadId">,
  step: { looked: number; found: number; upToLeadId: number },
): Promise<boolean> {
  const result = await trx
    .updateTable("duplicateScans")
    .set((eb) => ({
      looked: eb("looked", "+", step.looked),
      found: eb("found", "+", step.found),
      upToLeadId: step.upToLeadId,
    }))
    .where("id", "=", scan.id)
    .where("status", "=", "running")
    .where("upToLeadId", "=", scan.upToLeadId)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

export async function endScan(
  trx: Db,
  id: number,
  { status, at }: { status: ScanStatus; at: string },
): Promise<boolean> {
  const result = await trx
    .updateTable("duplicateScans")
    .set({ status, endedAt: at })
    .where("id", "=", id)
    .where("status", "=", "running")
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}
