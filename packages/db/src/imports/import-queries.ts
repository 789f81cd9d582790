// Imports of leads: how far each has come, and which of them the server has to go on with.
import {
  type ImportState,
  openImportStates,
  workingImportStates,
} from "@studydesk/domain/imports/import-state";
import { sql } from "kysely";
import type { Db } from "../open-database";
import type { NewRow, Row, RowChanges } from "../schema";
import { isWithin } from "../sites/is-within";

export type LeadImport = Omit<Row<"leadImports">, "isStopWanted"> & { isStopWanted: boolean };

export interface NamedImport extends LeadImport {
  siteName: string | null;
  studyTitle: string | null;
  byName: string;
  undoneByName: string | null;
}

/** Which imports somebody sees: those of their sites, and their own that are no site's yet. */
export interface ImportScope {
  siteIds: readonly number[];
  userId: string;
}

function selectImports(db: Db) {
  return db
    .selectFrom("leadImports")
    .leftJoin("sites", "sites.id", "leadImports.siteId")
    .leftJoin("studies", "studies.id", "leadImports.studyId")
    .innerJoin("user as bringer", "bringer.id", "leadImports.byUserId")
    .leftJoin("user as undoer", "undoer.id", "leadImports.undoneByUserId")
    .selectAll("leadImports")
    .select([
      "sites.name as siteName",
      "studies.title as studyTitle",
      "bringer.name as byName",
      "undoer.name as undoneByName",
    ]);
}

function within(scope: ImportScope) {
  const own = sql<boolean>`("leadImports"."siteId" is null and "leadImports"."byUserId" = ${scope.userId})`;
  if (scope.siteIds.length === 0) return own;
  return sql<boolean>`(${own} or "leadImports"."siteId" in (${sql.join(scope.siteIds)}))`;
}

export async function addImport(trx: Db, row: NewRow<"leadImports">): Promise<number> {
  const { id } = await trx
    .insertInto("leadImports")
    .values(row)
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

/** How many files of this person wait to be decided about. */
export async function countWaitingImports(db: Db, byUserId: string): Promise<number> {
  const { count } = await db
    .selectFrom("leadImports")
    .select((eb) => eb.fn.countAll<number>().as("count"))
    .where("byUserId", "=", byUserId)
    .where("state", "in", openImportStates)
    .executeTakeFirstOrThrow();
  return count;
}

export async function findImport(
  db: Db,
  scope: ImportScope | "all",
  id: number,
): Promise<NamedImport | undefined> {
  const row = await selectImports(db)
    .where("leadImports.id", "=", id)
    .$if(scope !== "all", (q) => (scope === "all" ? q : q.where(within(scope))))
    .executeTakeFirst();
  return row && { ...row, isStopWanted: row.isStopWanted === 1 };
}

/** Newest first, from below an id. */
export async function listImports(
  db: Db,
  scope: ImportScope,
  page: { below?: number | undefined; limit: number },
): Promise<NamedImport[]> {
  const rows = await selectImports(db)
    .where(within(scope))
    .$if(page.below !== undefined, (q) => q.where("leadImports.id", "<", page.below ?? 0))
    .orderBy("leadImports.id", "desc")
    .limit(page.limit)
    .execute();
  return rows.map((row) => ({ ...row, isStopWanted: row.isStopWanted === 1 }));
}

/** How the newest file with the same header was read at one of these sites. */
export async function findRememberedPlan(
  db: Db,
  siteIds: readonly number[],
  headerSha256: string,
): Promise<string | undefined> {
  if (siteIds.length === 0) return undefined;
  const row = await db
    .selectFrom("leadImports")
    .select("plan")
    .where("headerSha256", "=", headerSha256)
    .where("siteId", "in", siteIds)
    .where("plan", "is not", null)
    .where("startedAt", "is not", null)
    .orderBy("id", "desc")
    .limit(1)
    .executeTakeFirst();
  return row?.plan ?? undefined;
}

/** False: it was in none of these states any more, and nothing was written. */
export async function updateImport(
  trx: Db,
  id: number,
  from: readonly ImportState[],
  changes: Omit<RowChanges<"leadImports">, "id">,
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable("leadImports")
    .set(changes)
    .where("id", "=", id)
    .where("state", "in", from)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/**
 * Moves the row counter on, with what the rows between became. False: another worker was here first, or the
 * import was stopped; the caller's transaction must then write nothing.
 */
export async function advanceImport(
  trx: Db,
  id: number,
  portion: { from: number; to: number; made: number; here: number; rejected: number },
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable("leadImports")
    .set((eb) => ({
      rowsRead: portion.to,
      leadsMade: eb("leadsMade", "+", portion.made),
      rowsHere: eb("rowsHere", "+", portion.here),
      rowsRejected: eb("rowsRejected", "+", portion.rejected),
    }))
    .where("id", "=", id)
    .where("state", "=", "importing")
    .where("isStopWanted", "=", 0)
    .where("rowsRead", "=", portion.from)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** As `advanceImport`, for taking one back. */
export async function advanceUndo(
  trx: Db,
  id: number,
  portion: { from: number; to: number; removed: number; kept: number },
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable("leadImports")
    .set((eb) => ({
      undoneUpTo: portion.to,
      leadsRemoved: eb("leadsRemoved", "+", portion.removed),
      leadsKept: eb("leadsKept", "+", portion.kept),
    }))
    .where("id", "=", id)
    .where("state", "=", "undoing")
    .where("undoneUpTo", "=", portion.from)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** What the server has to go on with, oldest first. */
export async function listWorkingImports(db: Db): Promise<number[]> {
  const rows = await db
    .selectFrom("leadImports")
    .select("id")
    .where("state", "in", workingImportStates)
    .orderBy("id")
    .execute();
  return rows.map(({ id }) => id);
}

/** Files that nobody decided about since then. */
export async function listForgottenImports(db: Db, createdBefore: string): Promise<number[]> {
  const rows = await db
    .selectFrom("leadImports")
    .select("id")
    .where("state", "in", openImportStates)
    .where("createdAt", "<", createdBefore)
    .execute();
  return rows.map(({ id }) => id);
}

/** Every import that still has a file. */
export async function listStoredImports(
  db: Db,
): Promise<(Pick<LeadImport, "id" | "encoding" | "delimiter"> & { storedAs: string })[]> {
  const rows = await db
    .selectFrom("leadImports")
    .select(["id", "storedAs", "encoding", "delimiter"])
    .where("storedAs", "is not", null)
    .execute();
  return rows.flatMap(({ storedAs, ...row }) => (storedAs === null ? [] : [{ ...row, storedAs }]));
}

/** The consent that an import's leads point to: words of its own, which no form ever shows. */
export async function addDeclaredConsentText(
  trx: Db,
  text: { studyId: number; importId: number; language: string; text: string; at: string },
): Promise<number> {
  const { id } = await trx
    .insertInto("consentTexts")
    .values({
      studyId: text.studyId,
      language: text.language,
      number: text.importId,
      text: text.text,
      createdAt: text.at,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

export interface ImportTarget {
  siteId: number;
  siteName: string;
  studyId: number;
  studyTitle: string;
}

/** The study sites of these sites, by study and site. */
export async function listImportTargets(
  db: Db,
  siteIds: readonly number[],
): Promise<ImportTarget[]> {
  return db
    .selectFrom("studySites")
    .innerJoin("sites", "sites.id", "studySites.siteId")
    .innerJoin("studies", "studies.id", "studySites.studyId")
    .select([
      "studySites.siteId",
      "sites.name as siteName",
      "studySites.studyId",
      "studies.title as studyTitle",
    ])
    .where(isWithin("studySites.siteId", siteIds))
    .orderBy("studies.title")
    .orderBy("sites.name")
    .orderBy("studySites.id")
    .execute();
}
