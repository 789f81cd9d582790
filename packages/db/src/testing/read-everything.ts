// Every row of every table as text: for asking whether a word stands anywhere at all.
import { sql } from "kysely";
import { engineOf } from "../dialect";
import type { Db } from "../open-database";

export async function readEverything(db: Db): Promise<string> {
  const list =
    engineOf(db) === "sqlite"
      ? sql<{ name: string }>`select name from sqlite_master where type = 'table'`
      : sql<{ name: string }>`select table_name as name from information_schema.tables
          where table_schema = 'public'`;
  const { rows: tables } = await list.execute(db);
  const contents = [];
  for (const { name } of tables) {
    const { rows } = await sql`select * from ${sql.table(name)}`.execute(db);
    contents.push({ name, rows });
  }
  return JSON.stringify(contents);
}
