// How far a lead came, on the lead itself, so that a change taken back takes it back, too; and its visits.
import { type Kysely, PostgresAdapter, sql } from "kysely";

export async function up(db: Kysely<any>): Promise<void> {
  const postgres = db.getExecutor().adapter instanceof PostgresAdapter;
  for (const column of [
    "screenedAt",
    "eligibleAt",
    "decidedAt",
    "visitHeldAt",
    "studyConsentOn",
    "consentFormVersion",
    "screeningNumber",
    "enrolledAt",
  ]) {
    await db.schema.alterTable("leads").addColumn(column, "text").execute();
  }
  await db.schema
    .alterTable("leads")
    .addColumn("criterionId", "integer", (c) => c.references("criteria.id"))
    .execute();
  await db.schema
    .alterTable("leads")
    .addColumn("reviewId", "integer", (c) => c.references("reviews.id"))
    .execute();
  await sql`create unique index "leadsByScreeningNumber" on leads ("studyId", "siteId", "screeningNumber")
    where "screeningNumber" is not null`.execute(db);
  // Few leads come that far: whoever counts them reads this index alone.
  await sql`create index "leadsScreened" on leads ("siteId", "createdAt", "studyId", status, "screenedAt",
    "eligibleAt", "decidedAt", "visitHeldAt", "enrolledAt", "criterionId", source, language, id)
    where "screenedAt" is not null`.execute(db);
  await sql`drop index "leadsBySiteAndRank"`.execute(db);
  await sql
    .raw(
      `create index "leadsBySiteAndRank" on leads ("siteId", (case status when 'new' then 0
        when 'contacting' then 1 when 'pre_screening' then 2 when 'investigator_review' then 3
        when 'visit_scheduled' then 4 when 'in_screening' then 5 when 'enrolled' then 6
        when 'could_not_reach' then 7 when 'declined' then 8 when 'pre_screen_failure' then 9
        when 'screen_failure' then 10 when 'withdrawn' then 11 when 'invalid' then 12 else 13 end), id, status, "ownerId")`,
    )
    .execute(db);

  await db.schema
    .createTable("visits")
    .addColumn("id", "integer", (c) =>
      postgres ? c.primaryKey().generatedByDefaultAsIdentity() : c.primaryKey().autoIncrement(),
    )
    .addColumn("leadId", "integer", (c) => c.notNull().references("leads.id"))
    .addColumn("startsAt", "text", (c) => c.notNull())
    .addColumn("minutes", "integer", (c) => c.notNull())
    .addColumn("place", "text")
    .addColumn("note", "text")
    .addColumn("state", "text", (c) => c.notNull())
    .addColumn("createdAt", "text", (c) => c.notNull())
    .addColumn("createdBy", "text", (c) => c.notNull().references("user.id"))
    .addColumn("changedAt", "text", (c) => c.notNull())
    // How often it was moved: a calendar takes the newest.
    .addColumn("sequence", "integer", (c) => c.notNull().defaultTo(0))
    .addColumn("remindedAt", "text")
    .addCheckConstraint("visitsState", sql`state in ('planned', 'held', 'no_show', 'cancelled')`)
    .addCheckConstraint("visitsMinutes", sql`minutes between 5 and 1440`)
    .execute();
  await db.schema.createIndex("visitsByLead").on("visits").columns(["leadId", "id"]).execute();
  await sql`create index "visitsPlanned" on visits ("startsAt", id) where state = 'planned'`.execute(
    db,
  );
  // A calendar file goes along with a mail.
  await db.schema.alterTable("outbox").addColumn("calendar", "text").execute();
}
