// Reviews: a candidate sent to the investigator, what was decided, and the signature under it, bound by a
// digest to exactly what was on the page.
import { type Kysely, PostgresAdapter, sql } from "kysely";

export async function up(db: Kysely<any>): Promise<void> {
  const postgres = db.getExecutor().adapter instanceof PostgresAdapter;
  const table = (name: string) =>
    db.schema
      .createTable(name)
      .addColumn("id", "integer", (c) =>
        postgres ? c.primaryKey().generatedByDefaultAsIdentity() : c.primaryKey().autoIncrement(),
      );
  await table("reviews")
    .addColumn("leadId", "integer", (c) => c.notNull().references("leads.id"))
    .addColumn("criteriaVersionId", "integer", (c) => c.notNull().references("criteriaVersions.id"))
    .addColumn("sentAt", "text", (c) => c.notNull())
    .addColumn("sentBy", "text", (c) => c.notNull().references("user.id"))
    // The review whose question this one answers, and the answer.
    .addColumn("previousId", "integer", (c) => c.references("reviews.id"))
    .addColumn("reply", "text")
    .addColumn("decision", "text")
    .addColumn("question", "text")
    .addColumn("reason", "text")
    .addColumn("criterionId", "integer", (c) => c.references("criteria.id"))
    .addColumn("decidedAt", "text")
    .addColumn("decidedBy", "text", (c) => c.references("user.id"))
    .addCheckConstraint(
      "reviewsDecision",
      sql`decision in ('eligible', 'returned', 'not_eligible')`,
    )
    .execute();
  await db.schema.createIndex("reviewsByLead").on("reviews").columns(["leadId", "id"]).execute();

  await table("signatures")
    .addColumn("reviewId", "integer", (c) => c.notNull().references("reviews.id"))
    .addColumn("leadId", "integer", (c) => c.notNull().references("leads.id"))
    .addColumn("signerId", "text", (c) => c.notNull().references("user.id"))
    .addColumn("printedName", "text", (c) => c.notNull())
    .addColumn("meaning", "text", (c) => c.notNull())
    .addColumn("signedAt", "text", (c) => c.notNull())
    .addColumn("timeZone", "text", (c) => c.notNull())
    // Canonical JSON of what was on the page; null once the person was erased: the digest stays.
    .addColumn("content", "text")
    .addColumn("contentSha256", "text", (c) => c.notNull())
    .addColumn("answersSha256", "text", (c) => c.notNull())
    // Over content, signer, name, meaning, time and zone.
    .addColumn("sha256", "text", (c) => c.notNull())
    .execute();
  await db.schema
    .createIndex("signaturesByLead")
    .on("signatures")
    .columns(["leadId", "id"])
    .execute();
  await db.schema.createIndex("signaturesByReview").on("signatures").column("reviewId").execute();
}
