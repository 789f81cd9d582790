// What each import changed, the last look at the registry with the record that it found, and leases:
// work that one process at a time does.
import { type Kysely, PostgresAdapter, sql } from "kysely";

export async function up(db: Kysely<any>): Promise<void> {
  const postgres = db.getExecutor().adapter instanceof PostgresAdapter;

  await db.schema
    .createTable("studyRevisions")
    .addColumn("id", "integer", (c) =>
      postgres ? c.primaryKey().generatedByDefaultAsIdentity() : c.primaryKey().autoIncrement(),
    )
    .addColumn("studyId", "integer", (c) => c.notNull().references("studies.id"))
    .addColumn("at", "text", (c) => c.notNull())
    .addColumn("byUserId", "text", (c) => c.references("user.id"))
    .addColumn("source", "text", (c) => c.notNull())
    .addColumn("recordSha256", "text", (c) => c.notNull())
    .addColumn("changes", "text", (c) => c.notNull())
    .addColumn("criteriaVersion", "integer")
    .addCheckConstraint("studyRevisionsSource", sql`source in ('file', 'registry')`)
    .execute();
  await db.schema
    .createIndex("studyRevisionsByStudy")
    .on("studyRevisions")
    .columns(["studyId", "id"])
    .execute();

  await db.schema
    .createTable("registryChecks")
    .addColumn("studyId", "integer", (c) => c.primaryKey().references("studies.id"))
    .addColumn("checkedAt", "text", (c) => c.notNull())
    .addColumn("problem", "text")
    .addColumn("foundRecord", "text")
    .addColumn("foundSha256", "text")
    .execute();

  await db.schema
    .createTable("leases")
    .addColumn("name", "text", (c) => c.primaryKey())
    .addColumn("heldBy", "text", (c) => c.notNull())
    .addColumn("until", "text", (c) => c.notNull())
    .execute();
}
