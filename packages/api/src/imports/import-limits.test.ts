import { deleteRole } from "@studydesk/db/people/role-queries";
import { describeOnEveryEngine } from "@studydesk/db/testing/every-engine";
import { readEverything } from "@studydesk/db/testing/read-everything";
import type { RowField } from "@studydesk/domain/imports/row-problems";
import { expect, it } from "vitest";
import { buildImportDesk, columns, header, person } from "../testing/build-import";

describeOnEveryEngine("an import", (openTestDatabase) => {
  it("takes no more files of a person than wait to be decided about, until one of them is gone", async () => {
    const { db } = await openTestDatabase();
    const { bring, asKim } = await buildImportDesk(db);
    const first = await bring(header + person(1));
    for (let n = 2; n <= 10; n += 1) await bring(header + person(n));
    await expect(bring(header + person(11))).rejects.toMatchObject({ reason: "too_many_waiting" });
    await asKim.imports.forget({ importId: first.importId });
    await bring(header + person(12));
    expect((await asKim.imports.list({})).imports).toHaveLength(11);
  });

  it("goes no further once whoever brought the file works on the site's leads no more", async () => {
    const { db } = await openTestDatabase();
    const { bring, planFor, work, asKim, kim, siteId } = await buildImportDesk(db);
    const file = await bring(header + Array.from({ length: 120 }, (_, n) => person(n)).join(""));
    const { importId } = file;
    await asKim.imports.check({ importId, plan: planFor(file, columns) });
    await work();
    await asKim.imports.start({ importId });
    await deleteRole(db, { userId: kim.userId, siteId, role: "coordinator" });
    await work();
    const ended = await asKim.imports.get({ importId });
    expect(ended).toMatchObject({ state: "failed", problem: "role_gone", leadsMade: 0 });
    expect(await db.selectFrom("leads").selectAll().execute()).toEqual([]);
  });

  it("keeps no word of a file that was forgotten, nor of one that was read with the wrong columns", async () => {
    const { db } = await openTestDatabase();
    const { bring, planFor, work, importAll, asKim } = await buildImportDesk(db);
    // The last column, a name, is taken for the status.
    const wrong: RowField[] = ["first_name", "email", "status"];
    const table = (n: number) => `A,B,C\nAnn,ann${n}@example.org,Canary ${n}\n`;
    const file = await bring(table(1));
    const { importId } = file;
    await asKim.imports.check({ importId, plan: planFor(file, wrong) });
    await work();
    expect(await readEverything(db)).toContain("Canary 1");
    await asKim.imports.forget({ importId });
    const { id } = await importAll(table(2), wrong);
    await db.deleteFrom("leadImportRejects").where("importId", "=", id).execute();
    expect(await readEverything(db)).not.toContain("Canary");
  });
});
