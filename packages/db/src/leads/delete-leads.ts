// Takes leads away as if they had never come: only those that nobody has done anything with. Every table
// that points to a lead is in one of two lists; a test compares them with the schema.
import type { LeadStatus } from "@studydesk/domain/leads/lead-status";
import { sql } from "kysely";
import type { Db } from "../open-database";
import type { Schema } from "../schema";

/** A row here is somebody's work, or the person's own word: the lead stays. */
export const tablesOfWork = [
  "contactAttempts",
  "notes",
  "noteDrafts",
  "attachedNotes",
  "shares",
  "noteRequests",
  "receivedNotes",
  "outbox",
  "leadChanges",
  "followUpReminders",
  "bulkItems",
  "screenings",
  "answers",
  "amendmentLeads",
  "reviews",
  "signatures",
  "visits",
] as const satisfies readonly (keyof Schema)[];

/** Rows that came with the lead, in the order in which they go; those that cascade go by themselves. */
export const tablesThatGo = [
  "consents",
  "submissions",
  "activities",
  "statusLinks",
  "leadHolds",
  "leadSkips",
  "auditSalts",
  "retentionNotices",
] as const satisfies readonly (keyof Schema)[];

/** Of these leads, those that are as they came: one activity, one message, no change, nobody's work. */
export async function listUntouchedLeads(trx: Db, ids: readonly number[]): Promise<number[]> {
  if (ids.length === 0) return [];
  const rows = await trx
    .selectFrom("leads")
    .select("id")
    .where("id", "in", ids)
    .where("version", "=", 1)
    .where((eb) =>
      eb.and([
        ...tablesOfWork.map(
          (table) =>
            sql<boolean>`not exists (select 1 from ${sql.table(table)} as work where work."leadId" = leads.id)`,
        ),
        ...["activities", "submissions"].map(
          (table) =>
            sql<boolean>`(select count(*) from ${sql.table(table)} as first where first."leadId" = leads.id) = 1`,
        ),
        // Whoever was merged with it, even if that was taken back.
        sql<boolean>`not exists (select 1 from "leadMerges" as merge where leads.id in (merge."keptId", merge."mergedId"))`,
      ]),
    )
    .orderBy("id")
    .execute();
  return rows.map(({ id }) => id);
}

/** What is searched by goes along: the engines' own triggers see to it. */
export async function deleteLeads(trx: Db, ids: readonly number[]): Promise<void> {
  if (ids.length === 0) return;
  for (const table of tablesThatGo) {
    await sql`delete from ${sql.table(table)} where "leadId" in (${sql.join(ids)})`.execute(trx);
  }
  await trx.deleteFrom("leads").where("id", "in", ids).execute();
}

/** The next leads of an import, by id. */
export async function listLeadsOfImport(
  db: Db,
  importId: number,
  page: { after: number; limit: number },
): Promise<number[]> {
  const rows = await db
    .selectFrom("leads")
    .select("id")
    .where("importId", "=", importId)
    .where("id", ">", page.after)
    .orderBy("id")
    .limit(page.limit)
    .execute();
  return rows.map(({ id }) => id);
}

/** What is left of an import, by id. */
export async function listImportedLeads(
  db: Db,
  importId: number,
  limit: number,
): Promise<{ id: number; firstName: string; lastName: string; status: LeadStatus }[]> {
  return db
    .selectFrom("leads")
    .select(["id", "firstName", "lastName", "status"])
    .where("importId", "=", importId)
    .orderBy("id")
    .limit(limit)
    .execute();
}
