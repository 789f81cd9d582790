// Vitest's global set-up: one PostgreSQL per test run, and on each engine one migrated, empty database
// that every test gets a copy of. Where they are reaches the tests by `inject`.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { migrate } from "../migrate";
import { openDatabase } from "../open-database";
import { startPostgresServer } from "./start-postgres-server";

declare module "vitest" {
  interface ProvidedContext {
    postgresUrl: string;
    /** A SQLite file. */
    sqliteTemplate: string;
  }
}

/** Name of the PostgreSQL database that tests copy. */
export const postgresTemplate = "migrated";

export default async function prepareDatabases(project: TestProject): Promise<() => Promise<void>> {
  const server = await startPostgresServer();
  const url = new URL(server.url);
  url.pathname = `/${postgresTemplate}`;
  await server.createDatabase(postgresTemplate);
  await migrateAt(url.href);
  const folder = mkdtempSync(join(tmpdir(), "studydesk-template-"));
  const sqliteTemplate = join(folder, "studydesk.db");
  await migrateAt(sqliteTemplate);
  project.provide("postgresUrl", server.url);
  project.provide("sqliteTemplate", sqliteTemplate);
  return async () => {
    rmSync(folder, { recursive: true, force: true });
    await server.stop();
  };
}

async function migrateAt(url: string): Promise<void> {
  const db = openDatabase(url);
  try {
    await migrate(db);
  } finally {
    await db.destroy();
  }
}
