// Runs that erase whoever is due at a study site: how far each is. One at a time at each.
import type { Db } from "../open-database";
import type { Row } from "../schema";

export type RetentionRun = Row<"retentionRuns">;

/** Undefined: somebody else began one meanwhile. */
export async function addRun(
  trx: Db,
  run: { studySiteId: number; byUserId: string | null; startedAt: string; found: number },
): Promise<number | undefined> {
  const row = await trx
    .insertInto("retentionRuns")
    .values({ ...run, endedAt: null })
    .onConflict((oc) => oc.doNothing())
    .returning("id")
    .executeTakeFirst();
  return row?.id;
}

/** The next one with work left, the oldest first. */
export async function findRunToWork(db: Db): Promise<RetentionRun | undefined> {
  return db
    .selectFrom("retentionRuns")
    .selectAll()
    .where("endedAt", "is", null)
    .orderBy("id")
    .limit(1)
    .executeTakeFirst();
}

/** Nobody else works on it before this transaction ends. False: it has ended, or went on meanwhile. */
export async function holdRun(trx: Db, { id, upToLeadId }: RetentionRun): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable("retentionRuns")
    .set((eb) => ({ erased: eb.ref("erased") }))
    .where("id", "=", id)
    .where("endedAt", "is", null)
    .where("upToLeadId", "=", upToLeadId)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

export async function countRun(
  trx: Db,
  id: number,
  came: { erased: number; failed: number; upToLeadId: number },
): Promise<void> {
  await trx
    .updateTable("retentionRuns")
    .set((eb) => ({
      erased: eb("erased", "+", came.erased),
      failed: eb("failed", "+", came.failed),
      upToLeadId: came.upToLeadId,
    }))
    .where("id", "=", id)
    .execute();
}

/** As it ended; undefined: it had before. */
export async function setRunEnded(
  trx: Db,
  id: number,
  endedAt: string,
): Promise<RetentionRun | undefined> {
  return trx
    .updateTable("retentionRuns")
    .set({ endedAt })
    .where("id", "=", id)
    .where("endedAt", "is", null)
    .returningAll()
    .executeTakeFirst();
}

/** The newest first. */
export async function listRuns(
  db: Db,
  studySiteId: number,
  limit: number,
): Promise<RetentionRun[]> {
  return db
    .selectFrom("retentionRuns")
    .selectAll()
    .where("studySiteId", "=", studySiteId)
    .orderBy("id", "desc")
    .limit(limit)
    .execute();
}
