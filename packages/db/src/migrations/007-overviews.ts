// Plain-language texts beside the registry's: per study and language one draft and one published text at
// most, and those that were withdrawn. Published by a named person or not at all.
import { type Kysely, PostgresAdapter, sql } from "kysely";

export async function up(db: Kysely<any>): Promise<void> {
  const postgres = db.getExecutor().adapter instanceof PostgresAdapter;
  await db.schema
    .createTable("overviews")
    .addColumn("id", "integer", (c) =>
      postgres ? c.primaryKey().generatedByDefaultAsIdentity() : c.primaryKey().autoIncrement(),
    )
    .addColumn("studyId", "integer", (c) => c.notNull().references("studies.id"))
    .addColumn("language", "text", (c) => c.notNull())
    .addColumn("text", "text", (c) => c.notNull())
    .addColumn("origin", "text", (c) => c.notNull())
    .addColumn("model", "text")
    .addColumn("sourceSha256", "text", (c) => c.notNull())
    .addColumn("previous", "text")
    .addColumn("checkedFindings", "text")
    .addColumn("createdAt", "text", (c) => c.notNull())
    .addColumn("createdBy", "text", (c) => c.notNull().references("user.id"))
    .addColumn("updatedAt", "text", (c) => c.notNull())
    .addColumn("updatedBy", "text", (c) => c.notNull().references("user.id"))
    .addColumn("publishedAt", "text")
    .addColumn("publishedBy", "text", (c) => c.references("user.id"))
    .addColumn("withdrawnAt", "text")
    .addColumn("withdrawnBy", "text", (c) => c.references("user.id"))
    .addColumn("version", "integer", (c) => c.notNull().defaultTo(1))
    .addCheckConstraint("overviewsLanguage", sql`language in ('en', 'es', 'zh', 'ar')`)
    .addCheckConstraint("overviewsOrigin", sql`origin in ('ai', 'person')`)
    .addCheckConstraint(
      "overviewsPublished",
      sql`("publishedAt" is null) = ("publishedBy" is null) and ("publishedAt" is null) = ("checkedFindings" is null)`,
    )
    .addCheckConstraint(
      "overviewsWithdrawn",
      sql`("withdrawnAt" is null) = ("withdrawnBy" is null) and ("withdrawnAt" is null or "publishedAt" is not null)`,
    )
    .execute();
  await db.schema
    .createIndex("overviewsOneDraft")
    .unique()
    .on("overviews")
    .columns(["studyId", "language"])
    .where(sql.ref("publishedAt"), "is", null)
    .execute();
  await db.schema
    .createIndex("overviewsOnePublished")
    .unique()
    .on("overviews")
    .columns(["studyId", "language"])
    .where(sql<boolean>`"publishedAt" is not null and "withdrawnAt" is null`)
    .execute();
  await db.schema
    .createIndex("overviewsByStudy")
    .on("overviews")
    .columns(["studyId", "language", "publishedAt", "id"])
    .execute();
}
