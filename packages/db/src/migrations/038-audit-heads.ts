// The audit chain says from where, and its ends are signed; salts by which it tells values of a lead apart
// without holding them; what the last check of the chain found. Indexes are for looking through the trail.
import { type Kysely, PostgresAdapter, sql } from "kysely";

export async function up(db: Kysely<any>): Promise<void> {
  const postgres = db.getExecutor().adapter instanceof PostgresAdapter;
  await db.schema.alterTable("audit").addColumn("network", "text").execute();
  for (const [name, ...columns] of [
    ["auditBySite", "siteId", "sequence"],
    ["auditByActor", "actorId", "sequence"],
    ["auditBySubject", "subject", "subjectId", "sequence"],
  ] as const) {
    await db.schema.createIndex(name).on("audit").columns(columns).execute();
  }

  await db.schema
    .createTable("auditKeys")
    .addColumn("id", "text", (c) => c.notNull().primaryKey())
    .addColumn("publicKey", "text", (c) => c.notNull())
    .addColumn("addedAt", "text", (c) => c.notNull())
    .execute();
  await db.schema
    .createTable("auditHeads")
    .addColumn("sequence", "integer", (c) => c.notNull().primaryKey().references("audit.sequence"))
    .addColumn("sha256", "text", (c) => c.notNull())
    .addColumn("keyId", "text", (c) => c.notNull().references("auditKeys.id"))
    .addColumn("signature", "text", (c) => c.notNull())
    .execute();
  for (const table of ["auditKeys", "auditHeads"]) await makeAppendOnly(db, table, postgres);

  await db.schema
    .createTable("auditSalts")
    .addColumn("leadId", "integer", (c) => c.notNull().primaryKey().references("leads.id"))
    .addColumn("salt", "text", (c) => c.notNull())
    .execute();

  await db.schema
    .createTable("auditChecks")
    .addColumn("id", "integer", (c) =>
      postgres ? c.primaryKey().generatedByDefaultAsIdentity() : c.primaryKey().autoIncrement(),
    )
    .addColumn("byUserId", "text")
    .addColumn("startedAt", "text", (c) => c.notNull())
    .addColumn("seenAt", "text", (c) => c.notNull())
    .addColumn("endedAt", "text")
    .addColumn("total", "integer", (c) => c.notNull())
    .addColumn("checked", "integer", (c) => c.notNull().defaultTo(0))
    // What was found first, as a closed word, and at which row; null while under way and where all is well.
    .addColumn("problem", "text")
    .addColumn("brokenSequence", "integer")
    .execute();
}

async function makeAppendOnly(db: Kysely<any>, table: string, postgres: boolean): Promise<void> {
  if (postgres) {
    await sql`create trigger ${sql.ref(`${table}AreAppendOnly`)} before update or delete or truncate
      on ${sql.table(table)} for each statement execute function "refuseAuditChange"()`.execute(db);
    return;
  }
  for (const change of ["update", "delete"]) {
    await sql`create trigger ${sql.ref(`${table}Refuse_${change}`)} before ${sql.raw(change)}
      on ${sql.table(table)}
      begin select raise(abort, 'audit rows are never changed or deleted'); end`.execute(db);
  }
}
