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

async function openTestPostgres(): Promise<{ db: Db; url: string }> {
  const name = `test_${randomUUID().replaceAll("-", "")}`;
  await administer(`create database ${name} template ${postgresTemplate}`);
  const url = urlOf(name);
  const db = openDatabase(url);
  onTestFinished(async () => {
    await db.destroy();
    await administer(`drop database ${name} with (force)`);
  });
  return { db, url };
}

function urlOf(database: string): string {
  const url = new URL(inject("postgresUrl"));
  url.pathname = `/${database}`;
  return url.href;
}

async function administer(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: inject("postgresUrl") });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
