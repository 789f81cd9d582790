// Mail to leads: templates of a site, one row per language; the mail of an attempt and whom it asks to be
// answered to; why somebody was contacted although the desk advised against it.
import { type Kysely, PostgresAdapter, sql } from "kysely";

export async function up(db: Kysely<any>): Promise<void> {
  const postgres = db.getExecutor().adapter instanceof PostgresAdapter;
  await db.schema
    .createTable("mailTemplates")
    .addColumn("id", "integer", (c) =>
      postgres ? c.primaryKey().generatedByDefaultAsIdentity() : c.primaryKey().autoIncrement(),
    )
    .addColumn("siteId", "integer", (c) => c.notNull().references("sites.id"))
    .addColumn("name", "text", (c) => c.notNull())
    .addColumn("language", "text", (c) => c.notNull())
    .addColumn("subject", "text", (c) => c.notNull())
    .addColumn("body", "text", (c) => c.notNull())
    .addColumn("updatedAt", "text", (c) => c.notNull())
    .addColumn("updatedBy", "text", (c) => c.references("user.id"))
    .addColumn("version", "integer", (c) => c.notNull().defaultTo(1))
    .execute();
  await db.schema
    .createIndex("mailTemplatesOnePerLanguage")
    .on("mailTemplates")
    .columns(["siteId", "name", "language"])
    .unique()
    .execute();

  await db.schema.alterTable("outbox").addColumn("replyTo", "text").execute();
  await db.schema.alterTable("outbox").addColumn("attemptId", "integer").execute();
  await sql`create unique index "outboxByAttempt" on outbox ("attemptId") where "attemptId" is not null`.execute(
    db,
  );
  await db.schema.alterTable("contactAttempts").addColumn("despite", "text").execute();
}
