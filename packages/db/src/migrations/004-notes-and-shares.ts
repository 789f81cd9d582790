// Private notes, sealed at rest, and sealed shares: what lies here gives a thief nothing to guess against.
import { type Kysely, PostgresAdapter, sql } from "kysely";

export async function up(db: Kysely<any>): Promise<void> {
  const postgres = db.getExecutor().adapter instanceof PostgresAdapter;
  const table = (name: string) =>
    db.schema
      .createTable(name)
      .addColumn("id", "integer", (c) =>
        postgres ? c.primaryKey().generatedByDefaultAsIdentity() : c.primaryKey().autoIncrement(),
      );

  await table("notes")
    .addColumn("authorId", "text", (c) => c.notNull().references("user.id"))
    .addColumn("leadId", "integer", (c) => c.notNull().references("leads.id"))
    .addColumn("sealedBody", "text", (c) => c.notNull())
    .addColumn("createdAt", "text", (c) => c.notNull())
    .addColumn("updatedAt", "text", (c) => c.notNull())
    .addColumn("version", "integer", (c) => c.notNull().defaultTo(1))
    .execute();
  await db.schema
    .createIndex("notesByAuthor")
    .on("notes")
    .columns(["authorId", "leadId", "id"])
    .execute();

  await table("shares")
    .addColumn("idSha256", "text", (c) => c.notNull().unique())
    .addColumn("linkProofSha256", "text", (c) => c.notNull())
    .addColumn("authKeySha256", "text", (c) => c.notNull())
    .addColumn("iv", "text", (c) => c.notNull())
    .addColumn("ciphertext", "text", (c) => c.notNull())
    .addColumn("ownerId", "text", (c) => c.notNull().references("user.id"))
    .addColumn("leadId", "integer", (c) => c.notNull().references("leads.id"))
    .addColumn("createdAt", "text", (c) => c.notNull())
    .addColumn("expiresAt", "text", (c) => c.notNull())
    .addColumn("maxViews", "integer", (c) => c.notNull())
    .addColumn("views", "integer", (c) => c.notNull().defaultTo(0))
    .addColumn("failures", "integer", (c) => c.notNull().defaultTo(0))
    .addColumn("revokedAt", "text")
    .addColumn("revokedBecause", "text")
    .addCheckConstraint("sharesViews", sql`views between 0 and "maxViews"`)
    .addCheckConstraint(
      "sharesRevokedBecause",
      sql`"revokedBecause" in ('owner', 'too_many_failures', 'reissued')`,
    )
    .execute();
  await db.schema.createIndex("sharesByOwner").on("shares").columns(["ownerId", "id"]).execute();

  await table("shareEvents")
    .addColumn("shareId", "integer", (c) => c.notNull().references("shares.id"))
    .addColumn("at", "text", (c) => c.notNull())
    .addColumn("kind", "text", (c) => c.notNull())
    .addColumn("nonceSha256", "text")
    .addColumn("device", "text")
    .addCheckConstraint("shareEventsKind", sql`kind in ('opened', 'wrong_passcode', 'revoked')`)
    .execute();
  await db.schema
    .createIndex("shareEventsByShare")
    .on("shareEvents")
    .columns(["shareId", "id"])
    .execute();
}
