// Shares of visitors: no account and no lead stands behind them, only the digest of a key that the device
// keeps to look after its own. On SQLite, which cannot change a column, both tables are made anew.
import { type Kysely, PostgresAdapter, sql } from "kysely";

const fromSomebody = sql`
  ("ownerId" is not null and "leadId" is not null and "revokeSha256" is null)
  or ("ownerId" is null and "leadId" is null and "revokeSha256" is not null)`;

export async function up(db: Kysely<any>): Promise<void> {
  if (db.getExecutor().adapter instanceof PostgresAdapter) return changeTable(db);
  // Kysely migrates SQLite without a transaction: half of this must never be left behind.
  await db.transaction().execute(makeAnew);
}

async function changeTable(db: Kysely<any>): Promise<void> {
  await db.schema
    .alterTable("shares")
    .alterColumn("ownerId", (c) => c.dropNotNull())
    .alterColumn("leadId", (c) => c.dropNotNull())
    .addColumn("revokeSha256", "text")
    .execute();
  await db.schema
    .alterTable("shares")
    .addCheckConstraint("sharesFromSomebody", fromSomebody)
    .execute();
}

async function makeAnew(db: Kysely<any>): Promise<void> {
  await db.schema
    .createTable("sharesAnew")
    .addColumn("id", "integer", (c) => c.primaryKey().autoIncrement())
    .addColumn("idSha256", "text", (c) => c.notNull().unique())
    .addColumn("linkProofSha256", "text", (c) => c.notNull())
    .addColumn("authKeySha256", "text", (c) => c.notNull())
    .addColumn("iv", "text", (c) => c.notNull())
    .addColumn("ciphertext", "text", (c) => c.notNull())
    .addColumn("ownerId", "text", (c) => c.references("user.id"))
    .addColumn("leadId", "integer", (c) => c.references("leads.id"))
    .addColumn("createdAt", "text", (c) => c.notNull())
    .addColumn("expiresAt", "text", (c) => c.notNull())
    .addColumn("maxViews", "integer", (c) => c.notNull())
    .addColumn("views", "integer", (c) => c.notNull().defaultTo(0))
    .addColumn("failures", "integer", (c) => c.notNull().defaultTo(0))
    .addColumn("revokedAt", "text")
    .addColumn("revokedBecause", "text")
    .addColumn("revokeSha256", "text")
    .addCheckConstraint("sharesViews", sql`views between 0 and "maxViews"`)
    .addCheckConstraint(
      "sharesRevokedBecause",
      sql`"revokedBecause" in ('owner', 'too_many_failures', 'reissued')`,
    )
    .addCheckConstraint("sharesFromSomebody", fromSomebody)
    .execute();
  await db.schema
    .createTable("shareEventsAnew")
    .addColumn("id", "integer", (c) => c.primaryKey().autoIncrement())
    // Renaming the table renames it here, too.
    .addColumn("shareId", "integer", (c) => c.notNull().references("sharesAnew.id"))
    .addColumn("at", "text", (c) => c.notNull())
    .addColumn("kind", "text", (c) => c.notNull())
    .addColumn("nonceSha256", "text")
    .addColumn("device", "text")
    .addCheckConstraint("shareEventsKind", sql`kind in ('opened', 'wrong_passcode', 'revoked')`)
    .execute();
  await moveRows(db, "shares", "sharesAnew");
  await moveRows(db, "shareEvents", "shareEventsAnew");
  await db.schema.dropTable("shareEvents").execute();
  await db.schema.dropTable("shares").execute();
  await db.schema.alterTable("sharesAnew").renameTo("shares").execute();
  await db.schema.alterTable("shareEventsAnew").renameTo("shareEvents").execute();
  await db.schema.createIndex("sharesByOwner").on("shares").columns(["ownerId", "id"]).execute();
  await db.schema
    .createIndex("shareEventsByShare")
    .on("shareEvents")
    .columns(["shareId", "id"])
    .execute();
}

async function moveRows(db: Kysely<any>, from: string, to: string): Promise<void> {
  const columns =
    from === "shares"
      ? [
          ...["id", "idSha256", "linkProofSha256", "authKeySha256", "iv", "ciphertext", "ownerId"],
          ...["leadId", "createdAt", "expiresAt", "maxViews", "views", "failures", "revokedAt"],
          "revokedBecause",
        ]
      : ["id", "shareId", "at", "kind", "nonceSha256", "device"];
  await db
    .insertInto(to)
    .columns(columns)
    .expression(db.selectFrom(from).select(columns))
    .execute();
}
