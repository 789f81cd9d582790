import { sql } from "kysely";
import { expect, it } from "vitest";
import { engineOf } from "../dialect";
import { describeOnEveryEngine } from "../testing/every-engine";
import { tablesThatMove, tablesThatStay } from "./merge-queries";

describeOnEveryEngine("what belongs to a lead", (openTestDatabase) => {
  it("moves with a merge or stays, and no table is forgotten", async () => {
    const { db } = await openTestDatabase();
    const list =
      engineOf(db) === "sqlite"
        ? sql<{
            name: string;
          }>`select m.name from sqlite_master as m, pragma_table_info(m.name) as c
            where m.type = 'table' and c.name = 'leadId'`
        : sql<{ name: string }>`select table_name as name from information_schema.columns
            where table_schema = 'public' and column_name = 'leadId'`;
    const { rows } = await list.execute(db);
    const known = [...tablesThatMove, ...tablesThatStay].sort();
    expect(rows.map(({ name }) => name).sort()).toEqual(known);
  });
});
