// What leads are found by. Triggers keep it, so that no writer can forget to: trigrams of name, address and
// number, and beside them the words of the name (trigrams know no two letters) and, where names are
// written without spaces, each character and each pair.
import { type Kysely, PostgresAdapter, sql } from "kysely";

export async function up(db: Kysely<any>): Promise<void> {
  const postgres = db.getExecutor().adapter instanceof PostgresAdapter;
  await db.schema
    .createTable("leadNameParts")
    .addColumn("part", postgres ? sql`text collate "C"` : "text", (c) => c.notNull())
    .addColumn("leadId", "integer", (c) => c.notNull())
    .addPrimaryKeyConstraint("leadNamePartsKey", ["part", "leadId"])
    .$call((table) => (postgres ? table : table.modifyEnd(sql`without rowid`)))
    .execute();
  if (postgres) await searchPostgres(db);
  else await searchSqlite(db);
}

const unspaced = "[\u3040-\u9fff\uac00-\ud7a3\uf900-\ufaff\u{20000}-\u{3ffff}]";
/** No name is longer. */
const places = `[${Array.from({ length: 200 }, (_, index) => index + 1).join()}]`;
/** Of a number that could not be understood, the digits as they were typed. */
const typedDigits = ["' '", "'-'", "'('", "')'", "'.'", "'/'", "'+'"].reduce(
  (inner, mark) => `replace(${inner}, ${mark}, '')`,
  `"phoneTyped"`,
);
const searched = `"sortName", "emailFolded", phone, "phoneTyped"`;

async function searchSqlite(db: Kysely<any>): Promise<void> {
  const statements = [
    `create view "leadSearchTexts" as
      select id, "sortName" as name, "emailFolded" as email, coalesce(phone, ${typedDigits}) as phone
      from leads`,
    `create virtual table "leadSearch" using fts5(name, email, phone,
      content = 'leadSearchTexts', content_rowid = 'id', tokenize = 'trigram', columnsize = 0)`,
    // What is taken out leaves the file, too.
    `insert into "leadSearch"("leadSearch", rank) values ('secure-delete', 1)`,
    `insert into "leadSearch"("leadSearch") values ('rebuild')`,
    `create view "leadNamePartsNow" as
      select word.value as part, leads.id as "leadId"
      from leads, json_each('[' || replace(json_quote("sortName"), ' ', '","') || ']') as word
      where word.value <> ''
      union
      select substr(replace("sortName", ' ', ''), place.value, size.value), leads.id
      from leads, json_each('${places}') as place, json_each('[1,2]') as size
      where "sortName" glob '*${unspaced}*'
        and (substr(replace("sortName", ' ', ''), place.value, size.value) glob '${unspaced}${unspaced}'
          or (size.value = 1
            and substr(replace("sortName", ' ', ''), place.value, 1) glob '${unspaced}'))`,
    `insert into "leadNameParts" (part, "leadId") select part, "leadId" from "leadNamePartsNow"`,
    `create trigger "leadSearchAdd" after insert on leads begin ${addOf("new")} end`,
    `create trigger "leadSearchBefore" before update of ${searched} on leads begin ${removeOf("old")} end`,
    `create trigger "leadSearchAfter" after update of ${searched} on leads begin ${addOf("new")} end`,
    `create trigger "leadSearchRemove" before delete on leads begin ${removeOf("old")} end`,
  ];
  for (const statement of statements) await sql.raw(statement).execute(db);
}

function addOf(row: string): string {
  return `
    insert into "leadSearch" (rowid, name, email, phone)
      select id, name, email, phone from "leadSearchTexts" where id = ${row}.id;
    insert into "leadNameParts" (part, "leadId")
      select part, "leadId" from "leadNamePartsNow" where "leadId" = ${row}.id;`;
}

function removeOf(row: string): string {
  return `
    insert into "leadSearch" ("leadSearch", rowid, name, email, phone)
      select 'delete', id, name, email, phone from "leadSearchTexts" where id = ${row}.id;
    delete from "leadNameParts" where "leadId" = ${row}.id
      and part in (select part from "leadNamePartsNow" where "leadId" = ${row}.id);`;
}

async function searchPostgres(db: Kysely<any>): Promise<void> {
  await createTrigramExtension(db);
  const statements = [
    // One digit text for both: the number where it was understood, else what was typed.
    `create index "leadsByTrigrams" on leads using gin ("sortName" gin_trgm_ops,
      "emailFolded" gin_trgm_ops, (coalesce(phone, ${typedDigits})) gin_trgm_ops)`,
    `create function "namePartsOf"(name text) returns setof text language sql immutable as $$
      select word from regexp_split_to_table(name, ' ') as word where word <> ''
      union
      select substr(replace(name, ' ', ''), place, size)
      from generate_series(1, length(name)) as place, generate_series(1, 2) as size
      where substr(replace(name, ' ', ''), place, size) ~ ('^${unspaced}{' || size || '}$')
    $$`,
    `create function "keepNameParts"() returns trigger language plpgsql as $$
      begin
        if tg_op <> 'INSERT' then
          delete from "leadNameParts" where "leadId" = old.id
            and part in (select "namePartsOf"(old."sortName"));
        end if;
        if tg_op <> 'DELETE' then
          insert into "leadNameParts" (part, "leadId")
            select "namePartsOf"(new."sortName"), new.id;
        end if;
        return null;
      end
    $$`,
    `insert into "leadNameParts" (part, "leadId") select "namePartsOf"("sortName"), id from leads`,
    `create trigger "leadNamePartsKept" after insert or delete or update of "sortName" on leads
      for each row execute function "keepNameParts"()`,
  ];
  for (const statement of statements) await sql.raw(statement).execute(db);
}

/** Owners of a database may make it themselves; some hosts leave it to the administrator. */
async function createTrigramExtension(db: Kysely<any>): Promise<void> {
  try {
    await sql`create extension if not exists pg_trgm`.execute(db);
  } catch (cause) {
    throw Object.assign(new Error("pg_trgm was refused", { cause }), { code: "PG_TRGM" });
  }
}
