// A database in which no migration has run yet: what an older version of Studydesk is built up in.
import { sql } from "kysely";
import { onTestFinished } from "vitest";
import { engineOf } from "../dialect";
import { type Db, openDatabase } from "../open-database";
import type { OpenTestDatabase } from "./every-engine";

export async function openEmpty(openTestDatabase: OpenTestDatabase): Promise<Db> {
  const { db, url } = await openTestDatabase();
  if (engineOf(db) === "postgres") {
    await sql`drop schema public cascade; create schema public`.execute(db);
    return db;
  }
  const empty = openDatabase(`${url}.empty`);
  onTestFinished(() => empty.destroy());
  return empty;
}
