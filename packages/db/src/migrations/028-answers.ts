// Screening: what was answered to which criterion, by whom and on what evidence. A changed answer is a
// further row; the one before stays, readable as it was. Beside the answers one row a lead says how far it is.
import { type Kysely, PostgresAdapter, sql } from "kysely";

export async function up(db: Kysely<any>): Promise<void> {
  const postgres = db.getExecutor().adapter instanceof PostgresAdapter;
  await db.schema
    .createTable("screenings")
    .addColumn("leadId", "integer", (c) => c.primaryKey().references("leads.id"))
    .addColumn("criteriaVersionId", "integer", (c) => c.notNull().references("criteriaVersions.id"))
    .addColumn("questions", "integer", (c) => c.notNull())
    .addColumn("answered", "integer", (c) => c.notNull())
    .addColumn("unknowns", "integer", (c) => c.notNull())
    .addColumn("failed", "integer", (c) => c.notNull())
    // Of the answers as they are, and as they were when an investigator last signed.
    .addColumn("answersSha256", "text", (c) => c.notNull())
    .addColumn("signedSha256", "text")
    .addColumn("startedAt", "text", (c) => c.notNull())
    .addColumn("updatedAt", "text", (c) => c.notNull())
    .execute();
  await db.schema
    .createIndex("screeningsByVersion")
    .on("screenings")
    .columns(["criteriaVersionId", "leadId"])
    .execute();

  await db.schema
    .createTable("answers")
    .addColumn("id", "integer", (c) =>
      postgres ? c.primaryKey().generatedByDefaultAsIdentity() : c.primaryKey().autoIncrement(),
    )
    .addColumn("leadId", "integer", (c) => c.notNull().references("leads.id"))
    .addColumn("criterionId", "integer", (c) => c.notNull().references("criteria.id"))
    .addColumn("answer", "text", (c) => c.notNull())
    .addColumn("value", "text")
    .addColumn("evidence", "text")
    .addColumn("source", "text")
    .addColumn("answeredAt", "text", (c) => c.notNull())
    .addColumn("answeredBy", "text", (c) => c.notNull().references("user.id"))
    .addColumn("updatedAt", "text", (c) => c.notNull())
    .addColumn("replacedAt", "text")
    .addCheckConstraint(
      "answersAnswer",
      sql`answer in ('met', 'not_met', 'absent', 'present', 'unknown')`,
    )
    .addCheckConstraint("answersSource", sql`source in ('said', 'record', 'note')`)
    .execute();
  await sql`create unique index "answersThatStand" on answers ("leadId", "criterionId") where "replacedAt" is null`.execute(
    db,
  );
  await sql`create index "answersByCriterion" on answers ("criterionId", answer, "leadId") where "replacedAt" is null`.execute(
    db,
  );
  await db.schema.createIndex("answersByLead").on("answers").columns(["leadId", "id"]).execute();

  // What publishing a version meant for whom: written once, with the version.
  await db.schema
    .createTable("amendmentLeads")
    .addColumn("criteriaVersionId", "integer", (c) => c.notNull().references("criteriaVersions.id"))
    .addColumn("leadId", "integer", (c) => c.notNull().references("leads.id"))
    .addColumn("effect", "text", (c) => c.notNull())
    // JSON: the lines to ask about; of an earlier failure, the line that failed.
    .addColumn("lineIds", "text", (c) => c.notNull())
    .addColumn("followUpAt", "text")
    .addPrimaryKeyConstraint("amendmentLeadsKey", ["criteriaVersionId", "leadId"])
    .addCheckConstraint("amendmentLeadsEffect", sql`effect in ('keeps', 'ask_again', 'may_fit')`)
    .execute();
  await db.schema
    .createIndex("amendmentLeadsByLead")
    .on("amendmentLeads")
    .column("leadId")
    .execute();
}
