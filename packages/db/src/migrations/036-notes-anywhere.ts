// Notes on a lead or on a study, on the words they are about, with tags, earlier wordings, drafts and copies
// for a review; and which keys they are sealed under. On SQLite, which cannot change a column, `notes` is
// made anew.
import { type Kysely, PostgresAdapter, sql } from "kysely";

const onOne = sql`("leadId" is null) <> ("studyId" is null)`;
const origins = sql`origin in ('written', 'reply', 'request')`;

export async function up(db: Kysely<any>): Promise<void> {
  const postgres = db.getExecutor().adapter instanceof PostgresAdapter;
  if (postgres) await changeNotes(db);
  // Kysely migrates SQLite without a transaction: half of this must never be left behind.
  else await db.transaction().execute(makeNotesAnew);
  await db.schema
    .createIndex("notesByStudy")
    .on("notes")
    .columns(["authorId", "studyId", "id"])
    .execute();

  const table = (name: string) =>
    db.schema
      .createTable(name)
      .addColumn("id", "integer", (c) =>
        postgres ? c.primaryKey().generatedByDefaultAsIdentity() : c.primaryKey().autoIncrement(),
      );

  await table("noteVersions")
    .addColumn("noteId", "integer", (c) => c.notNull().references("notes.id").onDelete("cascade"))
    .addColumn("version", "integer", (c) => c.notNull())
    .addColumn("sealedBody", "text", (c) => c.notNull())
    .addColumn("sealedTags", "text")
    .addColumn("at", "text", (c) => c.notNull())
    .execute();
  await db.schema
    .createIndex("noteVersionsByNote")
    .on("noteVersions")
    .columns(["noteId", "version"])
    .unique()
    .execute();

  await table("noteDrafts")
    .addColumn("authorId", "text", (c) => c.notNull().references("user.id"))
    .addColumn("leadId", "integer", (c) => c.references("leads.id"))
    .addColumn("studyId", "integer", (c) => c.references("studies.id"))
    .addColumn("sealedDraft", "text", (c) => c.notNull())
    .addColumn("updatedAt", "text", (c) => c.notNull())
    .addCheckConstraint("noteDraftsOnOne", onOne)
    .execute();
  await db.schema
    .createIndex("noteDraftsByAuthor")
    .on("noteDrafts")
    .columns(["authorId", "id"])
    .execute();

  await table("attachedNotes")
    .addColumn("reviewId", "integer", (c) => c.notNull().references("reviews.id"))
    .addColumn("leadId", "integer", (c) => c.notNull().references("leads.id"))
    .addColumn("authorId", "text", (c) => c.notNull().references("user.id"))
    // Whose copy it is; null once the note was deleted: the copy stays with the review.
    .addColumn("noteId", "integer", (c) => c.references("notes.id").onDelete("set null"))
    .addColumn("sealedContent", "text", (c) => c.notNull())
    // Over the content with its salt, so that a signature can cover it without showing it.
    .addColumn("contentSha256", "text", (c) => c.notNull())
    .addColumn("attachedAt", "text", (c) => c.notNull())
    .execute();
  await db.schema
    .createIndex("attachedNotesByReview")
    .on("attachedNotes")
    .columns(["reviewId", "id"])
    .execute();

  // Taking a lead away asks each table that may point to it.
  await db.schema.createIndex("noteDraftsByLead").on("noteDrafts").column("leadId").execute();
  await db.schema.createIndex("attachedNotesByLead").on("attachedNotes").column("leadId").execute();

  await db.schema
    .createTable("noteKeys")
    .addColumn("id", "text", (c) => c.primaryKey())
    // Of something derived from the key: it shows whether a key is this one, and gives nothing of it.
    .addColumn("checkSha256", "text", (c) => c.notNull())
    .addColumn("firstUsedAt", "text", (c) => c.notNull())
    .addColumn("retiredAt", "text")
    .execute();
}

async function changeNotes(db: Kysely<any>): Promise<void> {
  await db.schema
    .alterTable("notes")
    .alterColumn("leadId", (c) => c.dropNotNull())
    .addColumn("studyId", "integer", (c) => c.references("studies.id"))
    .addColumn("sealedAnchor", "text")
    .addColumn("sealedTags", "text")
    .addColumn("pinnedAt", "text")
    .addColumn("origin", "text", (c) => c.notNull().defaultTo("written"))
    .execute();
  await db.schema.alterTable("notes").addCheckConstraint("notesOnOne", onOne).execute();
  await db.schema.alterTable("notes").addCheckConstraint("notesOrigin", origins).execute();
}

async function makeNotesAnew(db: Kysely<any>): Promise<void> {
  await db.schema
    .createTable("notesAnew")
    .addColumn("id", "integer", (c) => c.primaryKey().autoIncrement())
    .addColumn("authorId", "text", (c) => c.notNull().references("user.id"))
    .addColumn("leadId", "integer", (c) => c.references("leads.id"))
    .addColumn("sealedBody", "text", (c) => c.notNull())
    .addColumn("createdAt", "text", (c) => c.notNull())
    .addColumn("updatedAt", "text", (c) => c.notNull())
    .addColumn("version", "integer", (c) => c.notNull().defaultTo(1))
    .addColumn("studyId", "integer", (c) => c.references("studies.id"))
    .addColumn("sealedAnchor", "text")
    .addColumn("sealedTags", "text")
    .addColumn("pinnedAt", "text")
    .addColumn("origin", "text", (c) => c.notNull().defaultTo("written"))
    .addCheckConstraint("notesOnOne", onOne)
    .addCheckConstraint("notesOrigin", origins)
    .execute();
  const columns = ["id", "authorId", "leadId", "sealedBody", "createdAt", "updatedAt", "version"];
  await db
    .insertInto("notesAnew")
    .columns(columns)
    .expression(db.selectFrom("notes").select(columns))
    .execute();
  await db.schema.dropTable("notes").execute();
  await db.schema.alterTable("notesAnew").renameTo("notes").execute();
  await db.schema
    .createIndex("notesByAuthor")
    .on("notes")
    .columns(["authorId", "leadId", "id"])
    .execute();
  await db.schema.createIndex("notesByLead").on("notes").column("leadId").execute();
}
