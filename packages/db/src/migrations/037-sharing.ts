// Shares of notes on studies, too, with what their owner wants to remember of them; answers that come back
// sealed to the owner's browsers, and links by which somebody from outside is asked for a note. On SQLite,
// which cannot change a column, `shares` and `shareEvents` are made anew.
import { type Kysely, PostgresAdapter, sql } from "kysely";

const fromSomebody = sql`
  ("ownerId" is not null and "revokeSha256" is null and ("leadId" is null) <> ("studyId" is null))
  or ("ownerId" is null and "leadId" is null and "studyId" is null and "revokeSha256" is not null)`;
const endings = sql`"revokedBecause" in ('owner', 'too_many_failures', 'reissued', 'admin', 'account_closed')`;
const eventKinds = sql`kind in ('opened', 'wrong_passcode', 'revoked', 'extended', 'replied')`;
const onOne = sql`("leadId" is null) <> ("studyId" is null)`;

export async function up(db: Kysely<any>): Promise<void> {
  const postgres = db.getExecutor().adapter instanceof PostgresAdapter;
  if (postgres) await changeTables(db);
  // Kysely migrates SQLite without a transaction: half of this must never be left behind.
  else await db.transaction().execute(makeAnew);

  const table = (name: string) =>
    db.schema
      .createTable(name)
      .addColumn("id", "integer", (c) =>
        postgres ? c.primaryKey().generatedByDefaultAsIdentity() : c.primaryKey().autoIncrement(),
      );

  await table("replyKeys")
    .addColumn("ownerId", "text", (c) => c.notNull().references("user.id"))
    .addColumn("publicKey", "text", (c) => c.notNull().unique())
    // What kind of browser keeps the private half, as it told of itself.
    .addColumn("browser", "text", (c) => c.notNull())
    .addColumn("createdAt", "text", (c) => c.notNull())
    .addColumn("usedAt", "text", (c) => c.notNull())
    .execute();
  await db.schema
    .createIndex("replyKeysByOwner")
    .on("replyKeys")
    .columns(["ownerId", "id"])
    .execute();

  await table("noteRequests")
    .addColumn("idSha256", "text", (c) => c.notNull().unique())
    .addColumn("linkProofSha256", "text", (c) => c.notNull())
    .addColumn("ownerId", "text", (c) => c.notNull().references("user.id"))
    .addColumn("leadId", "integer", (c) => c.references("leads.id"))
    .addColumn("studyId", "integer", (c) => c.references("studies.id"))
    // The public keys that answers are sealed to, as a JSON list; the link holds their digest.
    .addColumn("publicKeys", "text", (c) => c.notNull())
    // What the outsider is asked for: sealed in the browser under the link's secret.
    .addColumn("iv", "text", (c) => c.notNull())
    .addColumn("ciphertext", "text", (c) => c.notNull())
    .addColumn("sealedLabel", "text")
    .addColumn("createdAt", "text", (c) => c.notNull())
    .addColumn("expiresAt", "text", (c) => c.notNull())
    .addColumn("maxNotes", "integer", (c) => c.notNull())
    .addColumn("received", "integer", (c) => c.notNull().defaultTo(0))
    .addColumn("revokedAt", "text")
    .addColumn("revokedBecause", "text")
    .addCheckConstraint("noteRequestsOnOne", onOne)
    .addCheckConstraint("noteRequestsReceived", sql`received between 0 and "maxNotes"`)
    .addCheckConstraint(
      "noteRequestsRevokedBecause",
      sql`"revokedBecause" in ('owner', 'admin', 'account_closed')`,
    )
    .execute();
  await db.schema
    .createIndex("noteRequestsByOwner")
    .on("noteRequests")
    .columns(["ownerId", "id"])
    .execute();

  // What came in by either way, until its owner's browser made a note of it.
  await table("receivedNotes")
    .addColumn("ownerId", "text", (c) => c.notNull().references("user.id"))
    .addColumn("leadId", "integer", (c) => c.references("leads.id"))
    .addColumn("studyId", "integer", (c) => c.references("studies.id"))
    .addColumn("shareId", "integer", (c) => c.references("shares.id"))
    .addColumn("requestId", "integer", (c) => c.references("noteRequests.id"))
    // The browser's key for this sending: the same again is the same note.
    .addColumn("nonceSha256", "text", (c) => c.notNull().unique())
    .addColumn("sealed", "text", (c) => c.notNull())
    .addColumn("receivedAt", "text", (c) => c.notNull())
    .addCheckConstraint("receivedNotesOnOne", onOne)
    .addCheckConstraint("receivedNotesFromOne", sql`("shareId" is null) <> ("requestId" is null)`)
    .execute();
  await db.schema
    .createIndex("receivedNotesByOwner")
    .on("receivedNotes")
    .columns(["ownerId", "id"])
    .execute();
  // Taking a lead away asks each table that may point to it.
  await db.schema.createIndex("noteRequestsByLead").on("noteRequests").column("leadId").execute();
  await db.schema.createIndex("receivedNotesByLead").on("receivedNotes").column("leadId").execute();
}

async function changeTables(db: Kysely<any>): Promise<void> {
  await db.schema.alterTable("shares").dropConstraint("sharesFromSomebody").execute();
  await db.schema.alterTable("shares").dropConstraint("sharesRevokedBecause").execute();
  await db.schema
    .alterTable("shares")
    .addColumn("studyId", "integer", (c) => c.references("studies.id"))
    .addColumn("sealedMemo", "text")
    .addColumn("takesReplies", "integer", (c) => c.notNull().defaultTo(0))
    .execute();
  await db.schema
    .alterTable("shares")
    .addCheckConstraint("sharesFromSomebody", fromSomebody)
    .execute();
  await db.schema
    .alterTable("shares")
    .addCheckConstraint("sharesRevokedBecause", endings)
    .execute();
  await db.schema.alterTable("shareEvents").dropConstraint("shareEventsKind").execute();
  await db.schema
    .alterTable("shareEvents")
    .addCheckConstraint("shareEventsKind", eventKinds)
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
    .addColumn("studyId", "integer", (c) => c.references("studies.id"))
    // Label, notes and what was ticked, for the owner: sealed under the installation's key.
    .addColumn("sealedMemo", "text")
    .addColumn("takesReplies", "integer", (c) => c.notNull().defaultTo(0))
    .addCheckConstraint("sharesViews", sql`views between 0 and "maxViews"`)
    .addCheckConstraint("sharesRevokedBecause", endings)
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
    .addCheckConstraint("shareEventsKind", eventKinds)
    .execute();
  await moveRows(db, "shares", "sharesAnew", [
    ...["id", "idSha256", "linkProofSha256", "authKeySha256", "iv", "ciphertext", "ownerId"],
    ...["leadId", "createdAt", "expiresAt", "maxViews", "views", "failures", "revokedAt"],
    ...["revokedBecause", "revokeSha256"],
  ]);
  await moveRows(db, "shareEvents", "shareEventsAnew", [
    ...["id", "shareId", "at", "kind", "nonceSha256", "device"],
  ]);
  await db.schema.dropTable("shareEvents").execute();
  await db.schema.dropTable("shares").execute();
  await db.schema.alterTable("sharesAnew").renameTo("shares").execute();
  await db.schema.alterTable("shareEventsAnew").renameTo("shareEvents").execute();
  await db.schema.createIndex("sharesByOwner").on("shares").columns(["ownerId", "id"]).execute();
  await db.schema.createIndex("sharesByLead").on("shares").column("leadId").execute();
  await db.schema
    .createIndex("shareEventsByShare")
    .on("shareEvents")
    .columns(["shareId", "id"])
    .execute();
}

async function moveRows(
  db: Kysely<any>,
  from: string,
  to: string,
  columns: string[],
): Promise<void> {
  await db
    .insertInto(to)
    .columns(columns)
    .expression(db.selectFrom(from).select(columns))
    .execute();
}
