// Merges: the rows that change over from one lead to another, and what it takes to bring exactly those
// back. A table that points to a lead is in one of the two lists here; a test compares them with the schema.

import { sql } from "kysely";
import { isAmong } from "../dialect";
import type { Db } from "../open-database";
import type { Row, Schema } from "../schema";

/** What is the person's, or was done about them. */
export const tablesThatMove = [
  "submissions",
  "consents",
  "contactAttempts",
  "activities",
  "notes",
  "noteDrafts",
  "attachedNotes",
  "shares",
  "noteRequests",
  "receivedNotes",
  "outbox",
  "statusLinks",
  "reviews",
  "signatures",
  "visits",
] as const satisfies readonly (keyof Schema)[];

/**
 * About the row itself: what was changed in it, who has it open, for whom it rests. Answers and the screening
 * are made one of two by a rule of their own (`merge-screenings`).
 */
export const tablesThatStay = [
  "leadChanges",
  "leadNameParts",
  "leadImportRejects",
  "bulkItems",
  "presence",
  "leadHolds",
  "leadSkips",
  "retentionNotices",
  "followUpReminders",
  "duplicateChecks",
  "screenings",
  "answers",
  "amendmentLeads",
  "auditSalts",
] as const satisfies readonly (keyof Schema)[];

/** A merge of long ago knows nothing of tables that came later. */
export type MovedRows = Readonly<
  Partial<Record<(typeof tablesThatMove)[number], readonly number[]>>
>;

export async function moveRows(trx: Db, fromId: number, toId: number): Promise<MovedRows> {
  const moved: Partial<Record<(typeof tablesThatMove)[number], number[]>> = {};
  for (const table of tablesThatMove) {
    const { rows } = await sql<{ id: number }>`update ${sql.table(table)} set "leadId" = ${toId}
      where "leadId" = ${fromId} returning id`.execute(trx);
    moved[table] = rows.map(({ id }) => id).sort((a, b) => a - b);
  }
  return moved;
}

/** What was deleted since is not made anew. */
export async function moveRowsBack(
  trx: Db,
  moved: MovedRows,
  { keptId, mergedId }: { keptId: number; mergedId: number },
): Promise<void> {
  for (const table of tablesThatMove) {
    await sql`update ${sql.table(table)} set "leadId" = ${mergedId}
      where ${isAmong(trx, "id", moved[table] ?? [])} and "leadId" = ${keptId}`.execute(trx);
  }
}

/** Those given until then, on all messages of the lead; gives their ids. */
export async function withdrawConsentsGivenUntil(
  trx: Db,
  leadId: number,
  at: string,
): Promise<number[]> {
  const rows = await trx
    .updateTable("consents")
    .set({ withdrawnAt: at })
    .where("leadId", "=", leadId)
    .where("withdrawnAt", "is", null)
    .where("givenAt", "<=", at)
    .returning("id")
    .execute();
  return rows.map(({ id }) => id);
}

export async function letConsentsStand(trx: Db, ids: readonly number[]): Promise<void> {
  await trx
    .updateTable("consents")
    .set({ withdrawnAt: null })
    .where(isAmong(trx, "id", ids))
    .execute();
}

export async function isConsentWithdrawnAfter(
  db: Db,
  leadId: number,
  at: string,
): Promise<boolean> {
  const row = await db
    .selectFrom("consents")
    .select("id")
    .where("leadId", "=", leadId)
    .where("withdrawnAt", ">", at)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** Of the newest consent that stands. */
export async function findConsentGivenAt(db: Db, leadId: number): Promise<string | null> {
  const row = await db
    .selectFrom("consents")
    .select("givenAt")
    .where("leadId", "=", leadId)
    .where("withdrawnAt", "is", null)
    .orderBy("givenAt", "desc")
    .limit(1)
    .executeTakeFirst();
  return row?.givenAt ?? null;
}

/** Notes of all authors, as they lie: their seals are bound to the lead. */
export async function listSealedNotes(
  trx: Db,
  ids: readonly number[],
): Promise<Pick<Row<"notes">, "id" | "leadId" | "authorId" | "sealedBody">[]> {
  return trx
    .selectFrom("notes")
    .select(["id", "leadId", "authorId", "sealedBody"])
    .where(isAmong(trx, "id", ids))
    .execute();
}

export async function setSealedBody(trx: Db, id: number, sealedBody: string): Promise<void> {
  await trx.updateTable("notes").set({ sealedBody }).where("id", "=", id).execute();
}

export type MergeRecord = Row<"leadMerges"> & { byName: string | null };

export async function addMerge(
  trx: Db,
  merge: Omit<Row<"leadMerges">, "id" | "moved" | "undoneAt" | "undoneBy">,
): Promise<number> {
  const { id } = await trx
    .insertInto("leadMerges")
    .values({ ...merge, moved: "{}" })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

export async function setMoved(trx: Db, id: number, moved: string): Promise<void> {
  await trx.updateTable("leadMerges").set({ moved }).where("id", "=", id).execute();
}

export async function setMergeUndone(
  trx: Db,
  id: number,
  { by, at }: { by: string; at: string },
): Promise<void> {
  await trx
    .updateTable("leadMerges")
    .set({ undoneAt: at, undoneBy: by })
    .where("id", "=", id)
    .execute();
}

export function findMerge(db: Db, id: number): Promise<MergeRecord | undefined> {
  return selectMerges(db).where("leadMerges.id", "=", id).executeTakeFirst();
}

/** The merge by which this lead rests. */
export function findMergeOf(db: Db, mergedId: number): Promise<MergeRecord | undefined> {
  return selectMerges(db)
    .where("mergedId", "=", mergedId)
    .where("undoneAt", "is", null)
    .orderBy("leadMerges.id", "desc")
    .limit(1)
    .executeTakeFirst();
}

/** Standing ones, oldest first. */
export function listMergesInto(db: Db, keptId: number): Promise<MergeRecord[]> {
  return selectMerges(db)
    .where("keptId", "=", keptId)
    .where("undoneAt", "is", null)
    .orderBy("leadMerges.id")
    .execute();
}

/** What the lead held before anything was merged into it. */
export async function findFirstKeptBefore(db: Db, keptId: number): Promise<string | null> {
  const row = await db
    .selectFrom("leadMerges")
    .select("keptBefore")
    .where("keptId", "=", keptId)
    .orderBy("id")
    .limit(1)
    .executeTakeFirst();
  return row?.keptBefore ?? null;
}

function selectMerges(db: Db) {
  return db
    .selectFrom("leadMerges")
    .leftJoin("user", "user.id", "leadMerges.byUserId")
    .selectAll("leadMerges")
    .select("user.name as byName");
}
