// The rows of a file that were not taken: people who may be no leads at all, so they are kept for days and
// go with an erasure.
import type { Db } from "../open-database";
import type { NewRow, Row } from "../schema";

export type RejectedRow = Omit<Row<"leadImportRejects">, "cells" | "emailFolded"> & {
  cells: string[];
};

export async function addRejects(
  trx: Db,
  rows: readonly (Omit<NewRow<"leadImportRejects">, "cells"> & { cells: readonly string[] })[],
): Promise<void> {
  if (rows.length === 0) return;
  await trx
    .insertInto("leadImportRejects")
    .values(rows.map((row) => ({ ...row, cells: JSON.stringify(row.cells) })))
    .execute();
}

/** In the file's order, from below a row. */
export async function listRejects(
  db: Db,
  importId: number,
  page: { after: number; limit: number },
): Promise<RejectedRow[]> {
  const rows = await db
    .selectFrom("leadImportRejects")
    .select(["importId", "row", "line", "reason", "field", "leadId", "sameAsRow", "cells"])
    .where("importId", "=", importId)
    .where("row", ">", page.after)
    .orderBy("row")
    .limit(page.limit)
    .execute();
  return rows.map((row) => ({ ...row, cells: JSON.parse(row.cells) }));
}

export async function deleteRejects(trx: Db, importId: number, at: string): Promise<void> {
  await trx.deleteFrom("leadImportRejects").where("importId", "=", importId).execute();
  await trx
    .updateTable("leadImports")
    .set({ rejectsDeletedAt: at })
    .where("id", "=", importId)
    .execute();
}

/** Imports that ended before then and whose rejected rows are still here. */
export async function listKeptRejects(db: Db, endedBefore: string): Promise<number[]> {
  const rows = await db
    .selectFrom("leadImports")
    .select("id")
    .where("endedAt", "<", endedBefore)
    .where("rejectsDeletedAt", "is", null)
    .execute();
  return rows.map(({ id }) => id);
}

/** Rows about a person who is erased: the same person as the lead, or under one of their addresses, folded. */
export async function eraseRejects(
  trx: Db,
  leadId: number,
  addresses: readonly string[],
): Promise<void> {
  await trx.deleteFrom("leadImportRejects").where("leadId", "=", leadId).execute();
  if (addresses.length === 0) return;
  await trx.deleteFrom("leadImportRejects").where("emailFolded", "in", addresses).execute();
}
