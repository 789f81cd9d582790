// Leads, what they sent, what they agreed to, every attempt to reach them and what the team did.
import { type Kysely, PostgresAdapter, sql } from "kysely";

export async function up(db: Kysely<any>): Promise<void> {
  const postgres = db.getExecutor().adapter instanceof PostgresAdapter;
  const table = (name: string) =>
    db.schema
      .createTable(name)
      .addColumn("id", "integer", (c) =>
        postgres ? c.primaryKey().generatedByDefaultAsIdentity() : c.primaryKey().autoIncrement(),
      );

  await table("leads")
    .addColumn("studyId", "integer", (c) => c.notNull().references("studies.id"))
    .addColumn("siteId", "integer", (c) => c.notNull().references("sites.id"))
    .addColumn("status", "text", (c) => c.notNull())
    .addColumn("statusSince", "text", (c) => c.notNull())
    .addColumn("statusReason", "text")
    .addColumn("source", "text", (c) => c.notNull())
    .addColumn("firstName", "text", (c) => c.notNull())
    .addColumn("lastName", "text", (c) => c.notNull())
    // The same order on both engines, whatever the locale of a PostgreSQL server: by code point.
    .addColumn("sortName", postgres ? sql`text collate "C"` : "text", (c) => c.notNull())
    .addColumn("email", "text", (c) => c.notNull())
    .addColumn("emailFolded", "text", (c) => c.notNull())
    .addColumn("phone", "text")
    .addColumn("phoneTyped", "text", (c) => c.notNull())
    .addColumn("language", "text")
    .addColumn("timeZone", "text", (c) => c.notNull())
    .addColumn("ownerId", "text", (c) => c.references("user.id"))
    .addColumn("followUpAt", "text")
    .addColumn("followUpNote", "text")
    .addColumn("attemptCount", "integer", (c) => c.notNull().defaultTo(0))
    .addColumn("firstAttemptAt", "text")
    .addColumn("lastAttemptAt", "text")
    .addColumn("firstContactAt", "text")
    .addColumn("doNotContact", "integer", (c) => c.notNull().defaultTo(0))
    .addColumn("createdAt", "text", (c) => c.notNull())
    .addColumn("version", "integer", (c) => c.notNull().defaultTo(1))
    .addCheckConstraint(
      "leadsStatus",
      // The whole life of a lead, also the part that comes after triage.
      sql`status in ('new', 'contacting', 'pre_screening', 'investigator_review', 'visit_scheduled', 'in_screening', 'enrolled', 'could_not_reach', 'declined', 'pre_screen_failure', 'screen_failure', 'withdrawn', 'invalid')`,
    )
    .addCheckConstraint("leadsDoNotContact", sql`"doNotContact" in (0, 1)`)
    .execute();
  // One index per order of the inbox, each beginning with the site. What stands behind the id orders
  // nothing: with it, filters and counts are answered from the index without reading rows.
  for (const [name, columns] of [
    [
      "leadsBySiteAndArrival",
      ["siteId", "createdAt", "id", "status", "ownerId", "studyId", "language", "source"],
    ],
    ["leadsBySiteAndStatus", ["siteId", "status", "createdAt", "id", "firstContactAt"]],
    ["leadsBySiteAndWaiting", ["siteId", "statusSince", "id", "status"]],
    ["leadsBySiteAndFollowUp", ["siteId", "followUpAt", "id", "status", "ownerId", "doNotContact"]],
    [
      "leadsBySiteAndName",
      ["siteId", "sortName", "id", "status", "emailFolded", "phone", "phoneTyped"],
    ],
    ["leadsBySiteAndOwner", ["siteId", "ownerId", "status"]],
    [
      "leadsBySiteAndNextStep",
      [
        ...["siteId", "status", "followUpAt", "statusSince", "id"],
        ...["lastAttemptAt", "ownerId", "doNotContact"],
      ],
    ],
    ["leadsByStudyAndEmail", ["studyId", "emailFolded", "createdAt"]],
  ] as const) {
    await db.schema
      .createIndex(name)
      .on("leads")
      .columns([...columns])
      .execute();
  }

  await table("submissions")
    .addColumn("leadId", "integer", (c) => c.notNull().references("leads.id"))
    .addColumn("receivedAt", "text", (c) => c.notNull())
    .addColumn("firstName", "text", (c) => c.notNull())
    .addColumn("lastName", "text", (c) => c.notNull())
    .addColumn("email", "text", (c) => c.notNull())
    .addColumn("phone", "text", (c) => c.notNull())
    .addColumn("language", "text")
    .addColumn("message", "text")
    .execute();
  await db.schema.createIndex("submissionsByLead").on("submissions").column("leadId").execute();

  await table("consents")
    .addColumn("leadId", "integer", (c) => c.notNull().references("leads.id"))
    .addColumn("submissionId", "integer", (c) => c.notNull().references("submissions.id"))
    .addColumn("consentTextId", "integer", (c) => c.notNull().references("consentTexts.id"))
    .addColumn("givenAt", "text", (c) => c.notNull())
    .addColumn("withdrawnAt", "text")
    .execute();
  await db.schema.createIndex("consentsByLead").on("consents").column("leadId").execute();

  await table("contactAttempts")
    .addColumn("leadId", "integer", (c) => c.notNull().references("leads.id"))
    .addColumn("at", "text", (c) => c.notNull())
    .addColumn("channel", "text", (c) => c.notNull())
    .addColumn("outcome", "text", (c) => c.notNull())
    .addColumn("note", "text")
    .addColumn("byUserId", "text", (c) => c.notNull().references("user.id"))
    .addCheckConstraint(
      "contactAttemptsChannel",
      sql`channel in ('phone', 'email', 'text_message', 'in_person')`,
    )
    .addCheckConstraint(
      "contactAttemptsOutcome",
      sql`outcome in ('reached', 'left_voicemail', 'no_answer', 'busy', 'wrong_number', 'undeliverable', 'message_sent', 'replied', 'callback_requested', 'do_not_contact')`,
    )
    .execute();
  await db.schema
    .createIndex("contactAttemptsByLead")
    .on("contactAttempts")
    .columns(["leadId", "at", "id", "outcome"])
    .execute();

  await table("activities")
    .addColumn("leadId", "integer", (c) => c.notNull().references("leads.id"))
    .addColumn("at", "text", (c) => c.notNull())
    .addColumn("kind", "text", (c) => c.notNull())
    .addColumn("byUserId", "text", (c) => c.references("user.id"))
    .addColumn("data", "text", (c) => c.notNull())
    .execute();
  await db.schema
    .createIndex("activitiesByLead")
    .on("activities")
    .columns(["leadId", "id"])
    .execute();
}
