// Criteria as they are asked: worded for the phone, with the kind of answer and which one excludes, in
// versions that are drafts until somebody publishes them. A line follows a criterion through the versions.
import { type Kysely, sql } from "kysely";

export async function up(db: Kysely<any>): Promise<void> {
  for (const [name, type] of [
    ["publishedAt", "text"],
    ["publishedBy", "text"],
    ["basedOnId", "integer"],
  ] as const) {
    await db.schema
      .alterTable("criteriaVersions")
      .addColumn(name, type, (c) => (name === "publishedBy" ? c.references("user.id") : c))
      .execute();
  }
  await sql`alter table "criteriaVersions" add column origin text not null default 'registry'
    constraint "criteriaVersionsOrigin" check (origin in ('registry', 'team'))`.execute(db);
  // Counts the saves of a draft, so that two people who edit it hear of each other.
  await db.schema
    .alterTable("criteriaVersions")
    .addColumn("revision", "integer", (c) => c.notNull().defaultTo(1))
    .execute();
  // Until now every version that came in was the one in force.
  await sql`update "criteriaVersions" set "publishedAt" = "createdAt"`.execute(db);
  await sql`create unique index "criteriaVersionsDraft" on "criteriaVersions" ("studyId") where "publishedAt" is null`.execute(
    db,
  );

  await db.schema
    .alterTable("criteria")
    .addColumn("lineId", "integer", (c) => c.notNull().defaultTo(0))
    .execute();
  await db.schema.alterTable("criteria").addColumn("wording", "text").execute();
  await db.schema
    .alterTable("criteria")
    .addColumn("rule", "text", (c) => c.notNull().defaultTo(""))
    .execute();
  await sql`alter table criteria add column cost text not null default 'phone'
    constraint "criteriaCost" check (cost in ('phone', 'record', 'test'))`.execute(db);
  await db.schema.alterTable("criteria").addColumn("doubt", "text").execute();
  // The same words under the same number are the same criterion as in the version before.
  await sql`update criteria set "lineId" = coalesce(
    (select min(earlier.id) from criteria as earlier
      join "criteriaVersions" as before on before.id = earlier."criteriaVersionId"
      where before."studyId" = (select "studyId" from "criteriaVersions" where id = criteria."criteriaVersionId")
        and earlier.label = criteria.label and earlier.text = criteria.text
        and earlier.children = criteria.children),
    id)`.execute(db);
  await sql`update criteria set rule = case kind
    when 'inclusion' then '{"kind":"yes_no","excludes":"no"}'
    else '{"kind":"yes_no","excludes":"yes"}' end`.execute(db);
  await db.schema.createIndex("criteriaByLine").on("criteria").column("lineId").execute();
}
