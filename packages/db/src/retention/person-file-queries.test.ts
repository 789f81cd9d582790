import { sql } from "kysely";
import { expect, it } from "vitest";
import { openTestSqlite } from "../testing/every-engine";
import { tablesInFile, tablesLeftOut } from "./person-file-queries";

it("reads every table that points to a lead into a person's copy, or says why not", async () => {
  const { db } = await openTestSqlite();
  const { rows } = await sql<{ name: string }>`
    select distinct tables.name
    from sqlite_master as tables, pragma_foreign_key_list(tables.name) as keys
    where tables.type = 'table' and keys."table" = 'leads'
    union
    select distinct tables.name
    from sqlite_master as tables, pragma_table_info(tables.name) as columns
    where tables.type = 'table' and columns.name = 'leadId'
  `.execute(db);
  const named = [...tablesInFile, ...Object.keys(tablesLeftOut)];
  expect(rows.map(({ name }) => name).sort()).toEqual(named.sort());
  for (const reason of Object.values(tablesLeftOut)) expect(reason.length).toBeGreaterThan(10);
});
