import { readdirSync } from "node:fs";
import { describeOnEveryEngine } from "@studydesk/db/testing/every-engine";
import { expect, it } from "vitest";
import { refusalOf } from "../testing/build-desk";
import { buildImportDesk, columns, header, person } from "../testing/build-import";
import { openRejectedFile } from "./rejected-file";
import { purgeImports } from "./work-on-imports";

describeOnEveryEngine("an import that goes again", (openTestDatabase) => {
  it("is taken back whole, except for who was worked on, and can come again", async () => {
    const { db } = await openTestDatabase();
    const { importAll, asKim, work } = await buildImportDesk(db);
    const file = header + person(1) + person(2) + person(3) + person(1);
    const { id: importId, ...ended } = await importAll(file, columns);
    expect(ended.undoUntil).toBe("2026-09-08T12:00:00.000Z");
    const { rows } = await asKim.leads.list({ sort: "name", descending: false });
    const [first, second] = rows;
    if (!first || !second) throw new Error("There are no leads.");
    await asKim.leads.changeStatus({ leadId: first.id, to: "contacting", expectedVersion: 1 });
    await asKim.notes.write({ home: { leadId: second.id }, body: "Mine." });
    await asKim.imports.takeBack({ importId });
    await work();
    expect(await asKim.imports.get({ importId })).toMatchObject({
      ...{ state: "undone", leadsRemoved: 1, leadsKept: 2, hasRejects: false, undoUntil: null },
    });
    const left = await asKim.imports.leads({ importId });
    expect(left.map(({ id }) => id)).toEqual([first.id, second.id].sort((a, b) => a - b));
    const counts = await asKim.leads.counts();
    expect(counts.all).toBe(2);
    expect((await asKim.leads.list({ filters: { search: "Family3" } })).rows).toEqual([]);
    for (const table of ["submissions", "consents", "activities"] as const) {
      const ids = await db.selectFrom(table).select("leadId").distinct().execute();
      expect(ids, table).toHaveLength(2);
    }
    const again = await importAll(file, columns);
    expect(again).toMatchObject({ leadsMade: 1, rowsHere: 3 });
  });

  it("cannot be taken back after seven days, and forgets the rejected rows then", async () => {
    const { db } = await openTestDatabase();
    const { importAll, asKim, deps, kim } = await buildImportDesk(db);
    const { id: importId } = await importAll(`${header}${person(1)}Bad,Mail,none,\n`, columns);
    deps.clock.advance(8 * 86_400_000);
    await purgeImports(deps);
    expect(await refusalOf(asKim.imports.takeBack({ importId }))).toMatchObject({
      ...{ code: "rule_broken", reason: "too_late" },
    });
    await expect(openRejectedFile(deps, kim, importId)).rejects.toMatchObject({
      reason: "no_rejects",
    });
    expect(await db.selectFrom("leadImportRejects").select("row").execute()).toEqual([]);
    expect(await db.selectFrom("leads").select("id").execute()).toHaveLength(1);
  });

  it("deletes a file that nobody decided about for a week", async () => {
    const { db } = await openTestDatabase();
    const { bring, asKim, deps, importsFolder } = await buildImportDesk(db);
    const { importId } = await bring(header + person(1));
    deps.clock.advance(6 * 86_400_000);
    await purgeImports(deps);
    expect(readdirSync(importsFolder)).toHaveLength(1);
    deps.clock.advance(2 * 86_400_000);
    await purgeImports(deps);
    expect(readdirSync(importsFolder)).toEqual([]);
    expect(await asKim.imports.get({ importId })).toMatchObject({
      ...{ state: "cancelled", problem: "waited_too_long" },
    });
  });
});
