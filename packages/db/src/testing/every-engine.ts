// Runs a suite once on SQLite and once on PostgreSQL, both real: each test gets a migrated, empty
// database of its own, gone when the test ends.
import { randomUUID } from "node:crypto";
import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { describe, inject, onTestFinished } from "vitest";
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
  describe(`${title} (PostgreSQL)`, () => suite(openTestPostgres, "postgres"));
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

interface Copy {
  name: string;
  /** Stays connected from test to test: it knows the tables by then. */
  client: pg.Client;
}

/** Emptied again, and not yet taken by the next test of this process. They go with the server. */
const empty: Copy[] = [];

/**
 * Making a copy of the template takes far longer than most tests, so a database is emptied and used again,
 * unless the test changed more than rows.
 */
async function openTestPostgres(): Promise<{ db: Db; url: string }> {
  const copy = empty.pop() ?? (await copyTemplate());
  const url = urlOf(copy.name);
  const db = openDatabase(url);
  onTestFinished(async () => {
    await db.destroy();
    if (await makeEmpty(copy)) empty.push(copy);
    else await drop(copy);
  });
  return { db, url };
}

async function drop({ name, client }: Copy): Promise<void> {
  await client.end();
  await withPostgres((admin) => admin.query(`drop database ${name} with (force)`));
}

async function copyTemplate(): Promise<Copy> {
  const name = `test_${randomUUID().replaceAll("-", "")}`;
  await withPostgres((admin) =>
    admin.query(`create database ${name} template ${postgresTemplate}`),
  );
  const client = await connect(name);
  untouched ??= await lookAt(client);
  await prepareEmptying(client);
  return { name, client };
}

async function withPostgres<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = await connect("postgres");
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

async function connect(database: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: urlOf(database) });
  // Cut off with the others by a test that is about that: the next query says so.
  client.on("error", () => {});
  await client.connect();
  return client;
}

function urlOf(database: string): string {
  const url = new URL(inject("postgresUrl"));
  url.pathname = `/${database}`;
  return url.href;
}

/** A copy that no test has had yet: its shape, and the few rows that migrations write, as JSON by table. */
let untouched: { shape: string; rows: ReadonlyMap<string, string> } | undefined;

async function lookAt(client: pg.Client): Promise<NonNullable<typeof untouched>> {
  const rows = new Map<string, string>();
  for (const name of await listTables(client)) {
    const { rows: found } = await client.query<{ json: string | null }>(
      `select json_agg(kept)::text as json from "${name}" as kept`,
    );
    const [row] = found;
    if (row?.json) rows.set(name, row.json);
  }
  return { shape: await readShape(client), rows };
}

async function listTables(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    "select relname as name from pg_stat_user_tables where relname not like 'kysely%'",
  );
  return rows.map(({ name }) => name);
}

/** Gives this connection a function, planned once, that deletes every row and begins all numbers anew. */
async function prepareEmptying(client: pg.Client): Promise<void> {
  const tables = await listTables(client);
  await client.query(`
    create function pg_temp.empty_tables() returns void language plpgsql
    set session_replication_role = replica as $$
    begin
      ${tables.map((name) => `delete from "${name}";`).join("\n")}
      perform setval(format('%I', sequencename)::regclass, 1, false)
        from pg_sequences where schemaname = 'public' and last_value is not null;
    end $$`);
}

/** What a database is made of besides rows, counted: tables, indexes, columns, triggers, rules that bind rows. */
async function readShape(client: pg.Client): Promise<string> {
  const { rows } = await client.query(`
    select count(*) as relations, sum(relnatts) as columns, sum(relchecks) as checks,
      (select count(*) from pg_trigger) as triggers,
      (select count(*) from pg_constraint) as constraints
    from pg_class where relnamespace = 'public'::regnamespace`);
  return JSON.stringify(rows);
}

/** Ends what the test left connected, and empties the database. False: it is not as the template is. */
async function makeEmpty({ client }: Copy): Promise<boolean> {
  try {
    await client.query(`
      select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid()`);
    if ((await readShape(client)) !== untouched?.shape) return false;
    await client.query("select pg_temp.empty_tables()");
    for (const [name, json] of untouched?.rows ?? []) {
      await client.query(
        `insert into "${name}" select * from json_populate_recordset(null::"${name}", $1)`,
        [json],
      );
    }
    return true;
  } catch {
    return false;
  }
}
