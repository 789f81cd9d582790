// How many leads each site has, by status and owner, kept by triggers: no screen waits for a count. And an
// index for each order of the list, so that a page is read where it stands, however deep.
import { type Kysely, PostgresAdapter, sql } from "kysely";

export async function up(db: Kysely<any>): Promise<void> {
  const postgres = db.getExecutor().adapter instanceof PostgresAdapter;
  await db.schema
    .createTable("leadCounters")
    .addColumn("siteId", "integer", (c) => c.notNull())
    .addColumn("status", "text", (c) => c.notNull())
    // Empty: nobody's.
    .addColumn("ownerId", "text", (c) => c.notNull())
    .addColumn("count", "integer", (c) => c.notNull())
    .$call((table) =>
      postgres
        ? table
        : table
            .addPrimaryKeyConstraint("leadCountersKey", ["siteId", "status", "ownerId"])
            .modifyEnd(sql`without rowid`),
    )
    .execute();
  await sql
    .raw(
      `insert into "leadCounters" ("siteId", status, "ownerId", count)
        select "siteId", status, coalesce("ownerId", ''), count(*) from leads
        group by "siteId", status, coalesce("ownerId", '')`,
    )
    .execute(db);
  if (postgres) await countPostgres(db);
  else await countSqlite(db);
  await indexOrders(db);
}

async function countSqlite(db: Kysely<any>): Promise<void> {
  const add = (row: string, by: number) =>
    `insert into "leadCounters" ("siteId", status, "ownerId", count)
      values (${row}."siteId", ${row}.status, coalesce(${row}."ownerId", ''), ${by})
      on conflict ("siteId", status, "ownerId") do update set count = count + ${by};`;
  const statements = [
    `create trigger "leadCountersAdd" after insert on leads begin ${add("new", 1)} end`,
    `create trigger "leadCountersMove" after update of "siteId", status, "ownerId" on leads
      when old."siteId" <> new."siteId" or old.status <> new.status or old."ownerId" is not new."ownerId"
      begin ${add("old", -1)} ${add("new", 1)} end`,
    `create trigger "leadCountersRemove" after delete on leads begin ${add("old", -1)} end`,
  ];
  for (const statement of statements) await sql.raw(statement).execute(db);
}

/** Each change adds a row: writers that changed one and the same row would wait for each other, or for ever. */
async function countPostgres(db: Kysely<any>): Promise<void> {
  const statements = [
    `create index "leadCountersBySite" on "leadCounters" ("siteId", status, "ownerId", count)`,
    `create function "keepLeadCounters"() returns trigger language plpgsql as $$
      begin
        if tg_op = 'UPDATE' and old."siteId" = new."siteId" and old.status = new.status
          and old."ownerId" is not distinct from new."ownerId" then
          return null;
        end if;
        if tg_op <> 'INSERT' then
          insert into "leadCounters" values (old."siteId", old.status, coalesce(old."ownerId", ''), -1);
        end if;
        if tg_op <> 'DELETE' then
          insert into "leadCounters" values (new."siteId", new.status, coalesce(new."ownerId", ''), 1);
        end if;
        return null;
      end
    $$`,
    `create trigger "leadCountersKept" after insert or delete or update of "siteId", status, "ownerId"
      on leads for each row execute function "keepLeadCounters"()`,
  ];
  for (const statement of statements) await sql.raw(statement).execute(db);
}

/** Behind the id stands what lists are narrowed by most: it is read within the index. */
async function indexOrders(db: Kysely<any>): Promise<void> {
  const common = ["id", "status", "ownerId"];
  for (const [name, columns] of [
    ["leadsBySiteAndId", ["siteId", ...common]],
    ["leadsBySiteAndStudy", ["siteId", "studyId", ...common]],
    ["leadsBySiteAndLanguage", ["siteId", "language", ...common]],
    ["leadsBySiteAndSource", ["siteId", "source", ...common]],
    ["leadsBySiteAndLastAttempt", ["siteId", "lastAttemptAt", ...common]],
    ["leadsBySiteAndAttempts", ["siteId", "attemptCount", ...common]],
  ] as const) {
    await db.schema
      .createIndex(name)
      .on("leads")
      .columns([...columns])
      .execute();
  }
  await db.schema.dropIndex("leadsBySiteAndStatus").execute();
  await db.schema
    .createIndex("leadsBySiteAndStatus")
    .on("leads")
    .columns(["siteId", "status", "createdAt", "id", "studyId", "ownerId", "firstContactAt"])
    .execute();
  await db.schema.dropIndex("leadsBySiteAndOwner").execute();
  await db.schema
    .createIndex("leadsBySiteAndOwner")
    .on("leads")
    .columns(["siteId", "ownerId", "id", "status"])
    .execute();
  await sql
    .raw(
      `create index "leadsBySiteAndRank" on leads ("siteId", (case status when 'new' then 0
        when 'contacting' then 1 when 'pre_screening' then 2 when 'could_not_reach' then 3
        when 'declined' then 4 when 'invalid' then 5 else 6 end), id, status, "ownerId")`,
    )
    .execute(db);
  await sql
    .raw(
      `create index "leadsAwaitingFirstContact" on leads ("siteId", "firstContactAt", status, "createdAt")
        where "firstContactAt" is null`,
    )
    .execute(db);
  for (const [name, table, column] of [
    ["studiesByTitle", "studies", "title"],
    ["sitesByName", "sites", "name"],
    ["peopleByName", '"user"', "name"],
  ]) {
    await sql.raw(`create unique index "${name}" on ${table} (lower(${column}), id)`).execute(db);
  }
}
