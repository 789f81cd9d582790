import { sql } from "kysely";
import { expect, it } from "vitest";
import { openTestSqlite } from "../testing/every-engine";
import { tablesOfWork, tablesThatGo } from "./delete-leads";

it("names every table whose rows would hold a lead back: as work that keeps it, or as what goes with it", async () => {
  const { db } = await openTestSqlite();
  const { rows } = await sql<{ name: string }>`
    select distinct tables.name
    from sqlite_master as tables, pragma_foreign_key_list(tables.name) as keys
    where tables.type = 'table' and keys."table" = 'leads' and keys.on_delete <> 'CASCADE'
      and tables.name <> 'leads'
  `.execute(db);
  const named: string[] = [...tablesOfWork, ...tablesThatGo];
  expect(rows.map(({ name }) => name).sort()).toEqual(named.sort());
});
