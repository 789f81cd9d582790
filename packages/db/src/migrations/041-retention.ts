// How long a study site keeps people who did not take part and people who did, until when its records must be kept,
// and the runs that erased whoever was due.
import { type Kysely, PostgresAdapter, sql } from "kysely";

export async function up(db: Kysely<any>): Promise<void> {
  const postgres = db.getExecutor().adapter instanceof PostgresAdapter;
  await db.schema
    .createTable("retentionRules")
    .addColumn("studySiteId", "integer", (c) =>
      c.notNull().primaryKey().references("studySites.id"),
    )
    // Null: nobody of that kind is erased by the clock.
    .addColumn("closedMonths", "integer")
    .addColumn("consentedMonths", "integer")
    // The last day of the duty to keep the study's records; null: it has no known end.
    .addColumn("recordsKeptUntil", "text")
    .addColumn("changedAt", "text", (c) => c.notNull())
    .addColumn("changedBy", "text", (c) => c.notNull().references("user.id"))
    .addColumn("lookedAt", "text")
    .addColumn("version", "integer", (c) => c.notNull().defaultTo(1))
    .addCheckConstraint("retentionRulesClosedMonths", sql`"closedMonths" between 1 and 600`)
    .addCheckConstraint("retentionRulesConsentedMonths", sql`"consentedMonths" between 1 and 600`)
    .execute();
  await db.schema
    .createTable("retentionRuns")
    .addColumn("id", "integer", (c) =>
      postgres ? c.primaryKey().generatedByDefaultAsIdentity() : c.primaryKey().autoIncrement(),
    )
    .addColumn("studySiteId", "integer", (c) => c.notNull().references("studySites.id"))
    // Null: the clock.
    .addColumn("byUserId", "text", (c) => c.references("user.id"))
    .addColumn("startedAt", "text", (c) => c.notNull())
    .addColumn("endedAt", "text")
    .addColumn("found", "integer", (c) => c.notNull())
    .addColumn("erased", "integer", (c) => c.notNull().defaultTo(0))
    // Leads that could not be erased for a reason that nobody foresaw.
    .addColumn("failed", "integer", (c) => c.notNull().defaultTo(0))
    .addColumn("upToLeadId", "integer", (c) => c.notNull().defaultTo(0))
    .execute();
  await db.schema
    .createIndex("retentionRunsBySite")
    .on("retentionRuns")
    .columns(["studySiteId", "id"])
    .execute();
  // One at a time, at each study site.
  await sql`create unique index "retentionRunsUnderWay" on "retentionRuns" ("studySiteId") where "endedAt" is null`.execute(
    db,
  );
}
