// Runs a suite once on SQLite and once on PostgreSQL, both real: each test gets a migrated, empty
// database of its own, gone when the test ends.
import { randomUUID } from "node:crypto";
import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, describe, inject, onTestFinished } from "vitest";
import type { Engine } from "../dialect";
import { type Db, openDatabase } from "../open-database";
import { postgresTemplate } from "./prepare-databases";

/** Opens a fresh, migrated database; call it inside a test. `url` opens the same one a second time. */
export type OpenTestDatabase = () => Promise<{ db: Db; url: string }>;

export function describeOnEveryEngine(
  title: string,
  suite: (openTestDatabase: OpenTestDatabase, engine: Engine) => void,
): void {
  describe(`${title} (SQLite)`, () => suite(openTestSqlite, "sqlite"));
  describe(`${title} (PostgreSQL)`, () => {
    afterAll(dropEmpty);
    suite(openTestPostgres, "postgres");
  });
}

/** A fresh SQLite file, for suites that need any one real database. */
export async function openTestSqlite(): Promise<{ db: Db; url: string }> {
  const folder = mkdtempSync(join(tmpdir(), "studydesk-sqlite-"));
  const url = join(folder, "studydesk.db");
  copyFileSync(inject("sqliteTemplate"), url);
  const db = openDatabase(url);
  onTestFinished(async () => {
    await db.destroy();
    rmSync(folder, { recursive: true, force: true });
  });
  return { db, url };
}

/** Emptied again, and not yet taken by the next test of this process. */
const empty: string[] = [];

/**
 * Making a copy of the template takes far longer than most tests, so a database is emptied and used again,
 * unless the test changed more than rows.
 */
async function openTestPostgres(): Promise<{ db: Db; url: string }> {
  const name = empty.pop() ?? (await copyTemplate());
  const url = urlOf(name);
  const db = openDatabase(url);
  onTestFinished(async () => {
    await db.destroy();
    if (await makeEmpty(name)) empty.push(name);
    else await drop(name);
  });
  return { db, url };
}

async function drop(name: string): Promise<void> {
  await asked("postgres", (client) => client.query(`drop database ${name} with (force)`));
}

async function dropEmpty(): Promise<void> {
  for (const name of empty.splice(0)) await drop(name);
}

async function copyTemplate(): Promise<string> {
  const name = `test_${randomUUID().replaceAll("-", "")}`;
  const statement = `create database ${name} template ${postgresTemplate}`;
  await asked("postgres", (client) => client.query(statement));
  untouched ??= await asked(name, lookAt);
  return name;
}

function urlOf(database: string): string {
  const url = new URL(inject("postgresUrl"));
  url.pathname = `/${database}`;
  return url.href;
}

/** Deletes every row, whatever points to it, and begins all numbers anew. */
const emptyTables = `
  do $$
  declare
    name text;
  begin
    set local session_replication_role = replica;
    for name in select relname from pg_stat_user_tables where relname not like 'kysely%' loop
      execute format('delete from %I', name);
    end loop;
    perform setval(format('%I', sequencename)::regclass, 1, false)
      from pg_sequences where schemaname = 'public' and last_value is not null;
  end $$`;

/** What a database is made of, besides rows. */
const describeShape = `
  select md5(string_agg(thing, ',' order by thing)) as shape from (
    select format('%s %s', relname, relkind) as thing from pg_class
      where relnamespace = 'public'::regnamespace
    union all
    select format('%s %s', tgrelid::regclass, tgname) from pg_trigger where not tgisinternal
    union all
    select format('%s.%s', attrelid::regclass, attname) from pg_attribute
      join pg_class on pg_class.oid = attrelid and relnamespace = 'public'::regnamespace
  ) as things`;

/** A copy that no test has had yet: its shape, and the few rows that migrations write, as JSON by table. */
let untouched: { shape: string | undefined; rows: ReadonlyMap<string, string> } | undefined;

async function lookAt(client: pg.Client): Promise<NonNullable<typeof untouched>> {
  const tables = await client.query<{ name: string }>(
    "select relname as name from pg_stat_user_tables where relname not like 'kysely%'",
  );
  const rows = new Map<string, string>();
  for (const { name } of tables.rows) {
    const { rows: found } = await client.query<{ json: string | null }>(
      `select json_agg(kept)::text as json from "${name}" as kept`,
    );
    const [row] = found;
    if (row?.json) rows.set(name, row.json);
  }
  return { shape: await readShape(client), rows };
}

/** Ends what the test left connected, and empties the database. False: it is not as the template is. */
async function makeEmpty(name: string): Promise<boolean> {
  return asked(name, async (client) => {
    await client.query(`
      select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid()`);
    if ((await readShape(client)) !== untouched?.shape) return false;
    await client.query(emptyTables);
    for (const [name, json] of untouched?.rows ?? []) {
      await client.query(
        `insert into "${name}" select * from json_populate_recordset(null::"${name}", $1)`,
        [json],
      );
    }
    return true;
  });
}

async function readShape(client: pg.Client): Promise<string | undefined> {
  return (await client.query<{ shape: string }>(describeShape)).rows[0]?.shape;
}

async function asked<T>(database: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: urlOf(database) });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
