// Many leads changed in one go: the jobs, what became of each lead in them, and attempts that were
// taken back with the change that logged them.
import { type Kysely, PostgresAdapter, sql } from "kysely";

export async function up(db: Kysely<any>): Promise<void> {
  const postgres = db.getExecutor().adapter instanceof PostgresAdapter;
  await db.schema.alterTable("contactAttempts").addColumn("takenBackAt", "text").execute();
  // As before, and whether the attempt still counts.
  await db.schema.dropIndex("contactAttemptsByLead").execute();
  await db.schema
    .createIndex("contactAttemptsByLead")
    .on("contactAttempts")
    .columns(["leadId", "at", "id", "outcome", "takenBackAt"])
    .execute();

  await db.schema
    .createTable("bulkJobs")
    .addColumn("id", "integer", (c) =>
      postgres ? c.primaryKey().generatedByDefaultAsIdentity() : c.primaryKey().autoIncrement(),
    )
    .addColumn("byUserId", "text", (c) => c.notNull().references("user.id"))
    .addColumn("task", "text", (c) => c.notNull())
    // The job that this one takes back.
    .addColumn("undoes", "integer", (c) => c.references("bulkJobs.id"))
    .addColumn("status", "text", (c) => c.notNull())
    .addColumn("total", "integer", (c) => c.notNull())
    .addColumn("done", "integer", (c) => c.notNull().defaultTo(0))
    .addColumn("refused", "integer", (c) => c.notNull().defaultTo(0))
    // As wanted already.
    .addColumn("unchanged", "integer", (c) => c.notNull().defaultTo(0))
    // Of the done: where something stayed because it was written since.
    .addColumn("partly", "integer", (c) => c.notNull().defaultTo(0))
    .addColumn("createdAt", "text", (c) => c.notNull())
    .addColumn("endedAt", "text")
    .addCheckConstraint("bulkJobsStatus", sql`status in ('running', 'done', 'stopped')`)
    .execute();
  await db.schema
    .createIndex("bulkJobsByPerson")
    .on("bulkJobs")
    .columns(["byUserId", "id"])
    .execute();
  await db.schema
    .createIndex("bulkJobsByStatus")
    .on("bulkJobs")
    .columns(["status", "id"])
    .execute();
  await db.schema.createIndex("bulkJobsByUndone").on("bulkJobs").column("undoes").execute();

  await db.schema
    .createTable("bulkItems")
    .addColumn("jobId", "integer", (c) => c.notNull().references("bulkJobs.id"))
    .addColumn("position", "integer", (c) => c.notNull())
    .addColumn("leadId", "integer", (c) => c.notNull().references("leads.id"))
    .addColumn("state", "text", (c) => c.notNull())
    // What the change wrote over: by it the lead alone, or the whole job, is taken back.
    .addColumn("changeId", "integer")
    .addColumn("refusal", "text")
    .addPrimaryKeyConstraint("bulkItemsKey", ["jobId", "position"])
    .addCheckConstraint("bulkItemsState", sql`state in ('waiting', 'done', 'refused')`)
    .execute();
  await db.schema
    .createIndex("bulkItemsByLead")
    .on("bulkItems")
    .columns(["leadId", "jobId"])
    .execute();
  await db.schema
    .createIndex("bulkItemsByState")
    .on("bulkItems")
    .columns(["jobId", "state", "position"])
    .execute();
}
