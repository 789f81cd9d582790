// Mail waiting to go, the chain of who did what (append-only, held by triggers), and live events.
import { type Kysely, PostgresAdapter, sql } from "kysely";

export async function up(db: Kysely<any>): Promise<void> {
  const postgres = db.getExecutor().adapter instanceof PostgresAdapter;
  const table = (name: string) =>
    db.schema
      .createTable(name)
      .addColumn("id", "integer", (c) =>
        postgres ? c.primaryKey().generatedByDefaultAsIdentity() : c.primaryKey().autoIncrement(),
      );

  await table("outbox")
    .addColumn("messageId", "text", (c) => c.notNull().unique())
    .addColumn("kind", "text", (c) => c.notNull())
    .addColumn("siteId", "integer", (c) => c.references("sites.id"))
    .addColumn("leadId", "integer", (c) => c.references("leads.id"))
    .addColumn("toAddress", "text", (c) => c.notNull())
    .addColumn("subject", "text", (c) => c.notNull())
    .addColumn("textBody", "text", (c) => c.notNull())
    .addColumn("htmlBody", "text", (c) => c.notNull())
    .addColumn("status", "text", (c) => c.notNull())
    .addColumn("attempts", "integer", (c) => c.notNull().defaultTo(0))
    .addColumn("createdAt", "text", (c) => c.notNull())
    .addColumn("nextAttemptAt", "text", (c) => c.notNull())
    .addColumn("leasedUntil", "text")
    .addColumn("leasedBy", "text")
    .addColumn("sentAt", "text")
    .addColumn("lastError", "text")
    .addCheckConstraint("outboxStatus", sql`status in ('queued', 'sent', 'failed')`)
    .execute();
  await db.schema
    .createIndex("outboxByStatus")
    .on("outbox")
    .columns(["status", "nextAttemptAt", "id"])
    .execute();

  await db.schema
    .createTable("audit")
    .addColumn("sequence", "integer", (c) => c.notNull().primaryKey())
    .addColumn("at", "text", (c) => c.notNull())
    .addColumn("actorId", "text")
    .addColumn("action", "text", (c) => c.notNull())
    .addColumn("subject", "text", (c) => c.notNull())
    .addColumn("subjectId", "text", (c) => c.notNull())
    .addColumn("siteId", "integer")
    .addColumn("details", "text", (c) => c.notNull())
    .addColumn("previousSha256", "text", (c) => c.notNull())
    .addColumn("sha256", "text", (c) => c.notNull())
    .execute();
  if (postgres) {
    await sql`create function "refuseAuditChange"() returns trigger language plpgsql as $$
      begin raise exception 'audit rows are never changed or deleted'; end $$`.execute(db);
    await sql`create trigger "auditIsAppendOnly" before update or delete or truncate on audit
      for each statement execute function "refuseAuditChange"()`.execute(db);
  } else {
    for (const change of ["update", "delete"]) {
      await sql`create trigger ${sql.ref(`auditRefuses_${change}`)} before ${sql.raw(change)} on audit
        begin select raise(abort, 'audit rows are never changed or deleted'); end`.execute(db);
    }
  }

  await table("events")
    .addColumn("at", "text", (c) => c.notNull())
    .addColumn("siteId", "integer")
    .addColumn("kind", "text", (c) => c.notNull())
    .addColumn("subjectId", "text", (c) => c.notNull())
    .addColumn("byUserId", "text")
    .execute();
}
