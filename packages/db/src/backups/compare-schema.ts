// Whether a SQLite file is made as our own migrations make one, before anything in it may run: a trigger, a view or an
// index that somebody put into a backup would do its work in the server. The file says which migrations it went
// through; they are run once more, in memory, and both are held against each other, word by word.
import BetterSqlite from "better-sqlite3";
import { Kysely, SqliteDialect } from "kysely";
import { Migrator } from "kysely/migration";
import { migrations } from "../migrate";
import { distrustSchema } from "./distrust-schema";

export type SchemaVerdict =
  | { ok: true }
  | { ok: false; problem: "damaged" }
  /** A later version of Studydesk made it. */
  | { ok: false; problem: "newer" }
  /** In words: `trigger "x" was put in`. */
  | { ok: false; problem: "other"; differences: string[] };

/** Reads the description of the tables and the names of the migrations alone, and runs nothing. */
export async function compareSchema(file: string): Promise<SchemaVerdict> {
  const known = Object.keys(migrations);
  let sqlite: BetterSqlite.Database | undefined;
  try {
    sqlite = new BetterSqlite(file, { readonly: true, fileMustExist: true });
    distrustSchema(sqlite);
    const found = readSchema(sqlite);
    // Asked only once it is known to be a plain table: a view of that name could answer for ever.
    const list = 'table "kysely_migration"';
    const newest = await makeSchema(known.at(-1));
    if (found.get(list) !== newest.get(list)) {
      return { ok: false, problem: "other", differences: [`${list} is no plain list`] };
    }
    const done = readMigrations(sqlite);
    if (done.some((name) => !known.includes(name))) return { ok: false, problem: "newer" };
    if (done.length === 0 || done.some((name, index) => name !== known[index])) {
      return { ok: false, problem: "damaged" };
    }
    const differences = compare(await makeSchema(done.at(-1)), found);
    return differences.length === 0 ? { ok: true } : { ok: false, problem: "other", differences };
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    // Too damaged to be looked at, or another program's file.
    if (code.startsWith("SQLITE_")) return { ok: false, problem: "damaged" };
    throw error;
  } finally {
    sqlite?.close();
  }
}

type DatabaseSchema = ReadonlyMap<string, string>;

const made = new Map<string, DatabaseSchema>();

/** As it is after this migration; making it takes a tenth of a second. */
async function makeSchema(last = ""): Promise<DatabaseSchema> {
  const before = made.get(last);
  if (before) return before;
  const sqlite = new BetterSqlite(":memory:");
  const db = new Kysely<unknown>({ dialect: new SqliteDialect({ database: sqlite }) });
  try {
    const provider = { getMigrations: async () => migrations };
    const { error } = await new Migrator({ db, provider }).migrateTo(last);
    if (error) throw error;
    const schema = readSchema(sqlite);
    made.set(last, schema);
    return schema;
  } finally {
    await db.destroy();
  }
}

/** What SQLite makes by itself where somebody ran `analyze`. */
const statistics = new Map([
  ['table "sqlite_stat1"', "CREATE TABLE sqlite_stat1(tbl,idx,stat)"],
  ['table "sqlite_stat4"', "CREATE TABLE sqlite_stat4(tbl,idx,neq,nlt,ndlt,sample)"],
]);

function readSchema(sqlite: BetterSqlite.Database): DatabaseSchema {
  const rows = sqlite
    .prepare<[], { type: string; name: string; table: string; sql: string | null }>(
      "select type, name, tbl_name as 'table', sql from sqlite_schema",
    )
    .all();
  return new Map(
    rows.map(({ type, name, table, sql }) => [
      `${type} ${JSON.stringify(name)}`,
      type === "table" ? oneLine(sql) : `on ${table}: ${oneLine(sql)}`,
    ]),
  );
}

function oneLine(sql: string | null): string {
  return (sql ?? "").replace(/\s+/g, " ");
}

function readMigrations(sqlite: BetterSqlite.Database): string[] {
  return sqlite
    .prepare<[], string>("select name from kysely_migration order by name limit 1000")
    .pluck()
    .all();
}

function compare(expected: DatabaseSchema, found: DatabaseSchema): string[] {
  const names = new Set([...found.keys(), ...expected.keys()]);
  return [...names].flatMap((name) => {
    const [text, ours] = [found.get(name), expected.get(name)];
    if (text === ours || (text !== undefined && statistics.get(name) === text)) return [];
    if (text === undefined) return [`${name} is missing`];
    return [`${name} ${ours === undefined ? "was put in" : "is made in another way"}`];
  });
}
