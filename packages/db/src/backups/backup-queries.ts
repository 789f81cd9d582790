// What became of each backup: written when it is over, one way or the other.
import type { BackupTimes } from "@studydesk/domain/backups/backup";
import type { Db } from "../open-database";
import type { NewRow, Row } from "../schema";

export async function addBackup(trx: Db, backup: NewRow<"backups">): Promise<number> {
  const { id } = await trx
    .insertInto("backups")
    .values(backup)
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

/** Newest first, by the order in which they were written: a clock may have been wrong. */
export async function listBackups(db: Db, limit: number): Promise<Row<"backups">[]> {
  return db.selectFrom("backups").selectAll().orderBy("id", "desc").limit(limit).execute();
}

export async function readBackupTimes(db: Db): Promise<BackupTimes> {
  const good = await db
    .selectFrom("backups")
    .select(["id", "startedAt"])
    .where("problem", "is", null)
    .orderBy("id", "desc")
    .limit(1)
    .executeTakeFirst();
  const [last] = await listBackups(db, 1);
  return {
    lastGoodAt: good?.startedAt ?? null,
    failedAt: last && last.problem !== null ? last.endedAt : null,
  };
}

/** Tells of backups that are long gone are worth nothing; the newest good one stays. */
export async function deleteBackupsBefore(trx: Db, at: string): Promise<void> {
  await trx
    .deleteFrom("backups")
    .where("endedAt", "<", at)
    .where("id", "!=", (eb) =>
      eb
        .selectFrom("backups as good")
        .select((of) => of.fn.coalesce(of.fn.max("good.id"), of.lit(0)).as("id"))
        .where("good.problem", "is", null),
    )
    .execute();
}
