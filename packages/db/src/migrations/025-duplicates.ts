// Leads that may be the same person twice: which leads are to be looked at (triggers say so, so that no
// writer can forget to), the pairs that were found with what was decided on each, walks through all leads
// of a site, and merges with all that it takes to undo them.
import { type Kysely, PostgresAdapter, sql } from "kysely";

export async function up(db: Kysely<any>): Promise<void> {
  const postgres = db.getExecutor().adapter instanceof PostgresAdapter;
  const table = (name: string) =>
    db.schema
      .createTable(name)
      .addColumn("id", "integer", (c) =>
        postgres ? c.primaryKey().generatedByDefaultAsIdentity() : c.primaryKey().autoIncrement(),
      );

  await db.schema
    .alterTable("leads")
    .addColumn("mergedIntoId", "integer", (c) => c.references("leads.id"))
    .execute();
  await db.schema
    .createIndex("leadsByMerge")
    .on("leads")
    .column("mergedIntoId")
    .where("mergedIntoId", "is not", null)
    .execute();
  // Names that are much alike are only looked for among people of one year.
  await db.schema
    .createIndex("leadsByBirthYear")
    .on("leads")
    .columns(["siteId", "studyId", "birthYear", "sortName", "id"])
    .where("birthYear", "is not", null)
    .execute();

  await db.schema
    .createTable("duplicateChecks")
    .addColumn("leadId", "integer", (c) =>
      c.primaryKey().references("leads.id").onDelete("cascade"),
    )
    // Goes up when the lead changes again: what was looked at before is no answer then.
    .addColumn("turn", "integer", (c) => c.notNull().defaultTo(0))
    .execute();

  await db.schema
    .createTable("duplicatePairs")
    .addColumn("leadA", "integer", (c) => c.notNull().references("leads.id").onDelete("cascade"))
    .addColumn("leadB", "integer", (c) => c.notNull().references("leads.id").onDelete("cascade"))
    .addColumn("siteId", "integer", (c) => c.notNull().references("sites.id"))
    .addColumn("reasons", "text", (c) => c.notNull())
    .addColumn("strength", "integer", (c) => c.notNull())
    .addColumn("foundAt", "text", (c) => c.notNull())
    .addColumn("state", "text", (c) => c.notNull())
    .addColumn("decidedBy", "text", (c) => c.references("user.id"))
    .addColumn("decidedAt", "text")
    .addPrimaryKeyConstraint("duplicatePairsKey", ["leadA", "leadB"])
    .addCheckConstraint("duplicatePairsOrder", sql`"leadA" < "leadB"`)
    .addCheckConstraint("duplicatePairsState", sql`state in ('open', 'merged', 'different')`)
    .execute();
  await db.schema
    .createIndex("duplicatePairsBySite")
    .on("duplicatePairs")
    .columns(["siteId", "state", "strength", "leadB", "leadA"])
    .execute();
  await db.schema
    .createIndex("duplicatePairsByOther")
    .on("duplicatePairs")
    .columns(["leadB", "leadA"])
    .execute();

  await table("leadMerges")
    .addColumn("keptId", "integer", (c) => c.notNull().references("leads.id").onDelete("cascade"))
    .addColumn("mergedId", "integer", (c) => c.notNull().references("leads.id").onDelete("cascade"))
    .addColumn("at", "text", (c) => c.notNull())
    .addColumn("byUserId", "text", (c) => c.notNull().references("user.id"))
    // JSON: which rows came along, and what the leads held; null once a person was erased.
    .addColumn("moved", "text", (c) => c.notNull())
    .addColumn("keptBefore", "text")
    .addColumn("keptAfter", "text")
    .addColumn("mergedBefore", "text")
    .addColumn("undoneAt", "text")
    .addColumn("undoneBy", "text", (c) => c.references("user.id"))
    .execute();
  await db.schema.createIndex("leadMergesByKept").on("leadMerges").column("keptId").execute();
  await db.schema
    .createIndex("leadMergesByMerged")
    .on("leadMerges")
    .columns(["mergedId", "id"])
    .execute();

  await table("duplicateScans")
    .addColumn("siteId", "integer", (c) => c.notNull().references("sites.id"))
    .addColumn("byUserId", "text", (c) => c.references("user.id"))
    .addColumn("status", "text", (c) => c.notNull())
    .addColumn("total", "integer", (c) => c.notNull())
    .addColumn("looked", "integer", (c) => c.notNull().defaultTo(0))
    .addColumn("found", "integer", (c) => c.notNull().defaultTo(0))
    .addColumn("upToLeadId", "integer", (c) => c.notNull().defaultTo(0))
    .addColumn("startedAt", "text", (c) => c.notNull())
    .addColumn("endedAt", "text")
    .addCheckConstraint("duplicateScansStatus", sql`status in ('running', 'done', 'stopped')`)
    .execute();
  await db.schema
    .createIndex("duplicateScansBySite")
    .on("duplicateScans")
    .columns(["siteId", "id"])
    .execute();
  await db.schema
    .createIndex("duplicateScansByStatus")
    .on("duplicateScans")
    .columns(["status", "id"])
    .execute();

  for (const statement of postgres ? onPostgres : onSqlite) await sql.raw(statement).execute(db);
}

const looked = ["sortName", "emailFolded", "phone", "phoneTyped", "birthYear"];
const columns = looked.map((column) => `"${column}"`).join(", ");

const onSqlite = [
  `create trigger "duplicateChecksAdd" after insert on leads begin
    insert into "duplicateChecks" ("leadId") values (new.id) on conflict do nothing; end`,
  `create trigger "duplicateChecksChange" after update of ${columns} on leads
    when new."emailFolded" <> '' and (${looked.map((column) => `old."${column}" is not new."${column}"`).join(" or ")})
    begin insert into "duplicateChecks" ("leadId") values (new.id)
      on conflict ("leadId") do update set turn = turn + 1; end`,
];

const onPostgres = [
  `create function "keepDuplicateChecks"() returns trigger language plpgsql as $$
    begin
      if tg_op = 'UPDATE' and (new."emailFolded" = '' or (${looked
        .map((column) => `old."${column}" is not distinct from new."${column}"`)
        .join(" and ")})) then
        return null;
      end if;
      insert into "duplicateChecks" ("leadId") values (new.id)
        on conflict ("leadId") do update set turn = "duplicateChecks".turn + 1;
      return null;
    end
  $$`,
  `create trigger "duplicateChecksKept" after insert or update of ${columns} on leads
    for each row execute function "keepDuplicateChecks"()`,
];
