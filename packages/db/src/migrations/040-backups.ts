// What became of each backup, so that the desk can tell how old the last good one is.
import { type Kysely, PostgresAdapter, sql } from "kysely";

export async function up(db: Kysely<any>): Promise<void> {
  const postgres = db.getExecutor().adapter instanceof PostgresAdapter;
  await db.schema
    .createTable("backups")
    .addColumn("id", "integer", (c) =>
      postgres ? c.primaryKey().generatedByDefaultAsIdentity() : c.primaryKey().autoIncrement(),
    )
    .addColumn("startedAt", "text", (c) => c.notNull())
    .addColumn("endedAt", "text", (c) => c.notNull())
    // What asked for it; a person who did is named beside it.
    .addColumn("origin", "text", (c) => c.notNull())
    .addColumn("byUserId", "text", (c) => c.references("user.id"))
    .addColumn("fileName", "text")
    .addColumn("bytes", "bigint")
    .addColumn("sha256", "text")
    .addColumn("isEncrypted", "integer", (c) => c.notNull())
    // Null: it is good, and was verified.
    .addColumn("problem", "text")
    .addCheckConstraint("backupsOrigin", sql`origin in ('schedule', 'person', 'command')`)
    .addCheckConstraint("backupsIsEncrypted", sql`"isEncrypted" in (0, 1)`)
    .addCheckConstraint(
      "backupsProblem",
      sql`problem in ('no_room', 'no_folder', 'damaged', 'not_verified', 'failed')`,
    )
    .addCheckConstraint(
      "backupsGoodOrNot",
      sql`(problem is null) = ("fileName" is not null and bytes is not null and sha256 is not null)`,
    )
    .execute();
}
