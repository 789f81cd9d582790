// The person's own link to how far their request has come, what they wish about being contacted, and
// when everything about them was erased.
import { type Kysely, PostgresAdapter, sql } from "kysely";

export async function up(db: Kysely<any>): Promise<void> {
  const postgres = db.getExecutor().adapter instanceof PostgresAdapter;
  await db.schema
    .createTable("statusLinks")
    .addColumn("id", "integer", (c) =>
      postgres ? c.primaryKey().generatedByDefaultAsIdentity() : c.primaryKey().autoIncrement(),
    )
    .addColumn("leadId", "integer", (c) => c.notNull().references("leads.id"))
    .addColumn("tokenSha256", "text", (c) => c.notNull().unique())
    .addColumn("createdAt", "text", (c) => c.notNull())
    .addColumn("expiresAt", "text", (c) => c.notNull())
    .addColumn("revokedAt", "text")
    .execute();
  await db.schema.createIndex("statusLinksByLead").on("statusLinks").column("leadId").execute();

  await sql`alter table leads add column "contactChannel" text
    constraint "leadsContactChannel" check ("contactChannel" in ('phone', 'email', 'text_message'))`.execute(
    db,
  );
  await sql`alter table leads add column "contactHours" text
    constraint "leadsContactHours" check ("contactHours" in ('morning', 'afternoon', 'evening', 'any'))`.execute(
    db,
  );
  await db.schema.alterTable("leads").addColumn("erasedAt", "text").execute();
  // All requests of one person, whatever the study.
  await db.schema.createIndex("leadsByEmail").on("leads").columns(["emailFolded", "id"]).execute();
}
