// What each change of a lead wrote over: so that it can be taken back, and so that two people who
// changed different things of the same lead do not stop each other.
import { type Kysely, PostgresAdapter } from "kysely";

export async function up(db: Kysely<any>): Promise<void> {
  const postgres = db.getExecutor().adapter instanceof PostgresAdapter;
  await db.schema
    .createTable("leadChanges")
    .addColumn("id", "integer", (c) =>
      postgres ? c.primaryKey().generatedByDefaultAsIdentity() : c.primaryKey().autoIncrement(),
    )
    .addColumn("leadId", "integer", (c) => c.notNull().references("leads.id"))
    .addColumn("version", "integer", (c) => c.notNull())
    .addColumn("at", "text", (c) => c.notNull())
    .addColumn("byUserId", "text", (c) => c.references("user.id"))
    .addColumn("batch", "text")
    .addColumn("attemptId", "integer", (c) => c.references("contactAttempts.id"))
    // Whatever it points to may be cleared away before it.
    .addColumn("undoes", "integer")
    .addColumn("before", "text", (c) => c.notNull())
    .addColumn("after", "text", (c) => c.notNull())
    .execute();
  await db.schema
    .createIndex("leadChangesByLead")
    .on("leadChanges")
    .columns(["leadId", "version"])
    .unique()
    .execute();
  await db.schema
    .createIndex("leadChangesByBatch")
    .on("leadChanges")
    .columns(["batch", "id"])
    .execute();
  await db.schema.createIndex("leadChangesByTime").on("leadChanges").column("at").execute();
  await db.schema.createIndex("leadChangesByUndone").on("leadChanges").column("undoes").execute();
}
