// Leads out of a file: the imports with how far each has come, the rows that were not taken, and on each
// lead which row of which import it came from.
import { type Kysely, PostgresAdapter, sql } from "kysely";

export async function up(db: Kysely<any>): Promise<void> {
  const postgres = db.getExecutor().adapter instanceof PostgresAdapter;
  await db.schema
    .createTable("leadImports")
    .addColumn("id", "integer", (c) =>
      postgres ? c.primaryKey().generatedByDefaultAsIdentity() : c.primaryKey().autoIncrement(),
    )
    .addColumn("byUserId", "text", (c) => c.notNull().references("user.id"))
    .addColumn("siteId", "integer", (c) => c.references("sites.id"))
    .addColumn("studyId", "integer", (c) => c.references("studies.id"))
    .addColumn("fileName", "text", (c) => c.notNull())
    .addColumn("fileBytes", "integer", (c) => c.notNull())
    // Null once the file was deleted.
    .addColumn("storedAs", "text")
    .addColumn("encoding", "text", (c) => c.notNull())
    .addColumn("delimiter", "text", (c) => c.notNull())
    .addColumn("headerSha256", "text", (c) => c.notNull())
    .addColumn("state", "text", (c) => c.notNull())
    .addColumn("plan", "text")
    .addColumn("checked", "text")
    .addColumn("consentTextId", "integer", (c) => c.references("consentTexts.id"))
    .addColumn("rowsRead", "integer", (c) => c.notNull().defaultTo(0))
    .addColumn("rowsTotal", "integer")
    .addColumn("leadsMade", "integer", (c) => c.notNull().defaultTo(0))
    .addColumn("rowsHere", "integer", (c) => c.notNull().defaultTo(0))
    .addColumn("rowsRejected", "integer", (c) => c.notNull().defaultTo(0))
    .addColumn("leadsRemoved", "integer", (c) => c.notNull().defaultTo(0))
    .addColumn("leadsKept", "integer", (c) => c.notNull().defaultTo(0))
    .addColumn("undoneUpTo", "integer", (c) => c.notNull().defaultTo(0))
    .addColumn("isStopWanted", "integer", (c) => c.notNull().defaultTo(0))
    .addColumn("problem", "text")
    .addColumn("createdAt", "text", (c) => c.notNull())
    .addColumn("startedAt", "text")
    .addColumn("endedAt", "text")
    .addColumn("undoneAt", "text")
    .addColumn("undoneByUserId", "text", (c) => c.references("user.id"))
    .addColumn("rejectsDeletedAt", "text")
    .addCheckConstraint(
      "leadImportsState",
      sql`state in ('uploaded', 'checking', 'checked', 'importing', 'done', 'cancelled', 'failed', 'undoing', 'undone')`,
    )
    .addCheckConstraint("leadImportsIsStopWanted", sql`"isStopWanted" in (0, 1)`)
    .execute();
  await db.schema
    .createIndex("leadImportsBySite")
    .on("leadImports")
    .columns(["siteId", "id"])
    .execute();
  await db.schema.createIndex("leadImportsByState").on("leadImports").column("state").execute();
  await db.schema
    .createIndex("leadImportsByHeader")
    .on("leadImports")
    .columns(["headerSha256", "id"])
    .execute();

  await db.schema
    .createTable("leadImportRejects")
    .addColumn("importId", "integer", (c) => c.notNull().references("leadImports.id"))
    .addColumn("row", "integer", (c) => c.notNull())
    .addColumn("line", "integer", (c) => c.notNull())
    .addColumn("reason", "text", (c) => c.notNull())
    .addColumn("field", "text")
    // The lead that is the same person.
    .addColumn("leadId", "integer")
    .addColumn("sameAsRow", "integer")
    .addColumn("emailFolded", "text", (c) => c.notNull())
    .addColumn("cells", "text", (c) => c.notNull())
    .addPrimaryKeyConstraint("leadImportRejectsKey", ["importId", "row"])
    .execute();
  await db.schema
    .createIndex("leadImportRejectsByLead")
    .on("leadImportRejects")
    .column("leadId")
    .execute();
  await db.schema
    .createIndex("leadImportRejectsByEmail")
    .on("leadImportRejects")
    .column("emailFolded")
    .execute();

  await db.schema
    .alterTable("leads")
    .addColumn("importId", "integer", (c) => c.references("leadImports.id"))
    .execute();
  await db.schema.alterTable("leads").addColumn("importRow", "integer").execute();
  await db.schema
    .createIndex("leadsByImport")
    .on("leads")
    .columns(["importId", "id"])
    .where("importId", "is not", null)
    .execute();
  // Taking a lead away asks each table that may point to it.
  for (const [name, table, column] of [
    ["consentsBySubmission", "consents", "submissionId"],
    ["notesByLead", "notes", "leadId"],
    ["sharesByLead", "shares", "leadId"],
    ["outboxByLead", "outbox", "leadId"],
    ["bulkItemsOfLead", "bulkItems", "leadId"],
  ] as const) {
    await db.schema.createIndex(name).on(table).column(column).execute();
  }
  // Who is here already is asked for every row of a file.
  await db.schema
    .createIndex("leadsByStudyAndPhone")
    .on("leads")
    .columns(["studyId", "phone"])
    .where("phone", "is not", null)
    .execute();
}
