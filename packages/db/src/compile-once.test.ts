import { expect, it } from "vitest";
import { compileOnce } from "./compile-once";
import { inTransaction } from "./open-database";
import { isWithin } from "./sites/is-within";
import { buildPerson, buildSite } from "./testing/build-people";
import { describeOnEveryEngine } from "./testing/every-engine";

const listNames = compileOnce<{ siteIds: readonly number[]; name: string }>()((db, { one, each }) =>
  db
    .selectFrom("sites")
    .select(["id", "name"])
    .where(isWithin("id", each("siteIds")))
    .where("name", "!=", one("name"))
    .where("promiseHours", ">", 0)
    .orderBy("id"),
);

const rename = compileOnce<{ id: number; name: string }>()((db, { one }) =>
  db
    .updateTable("sites")
    .set({ name: one("name") })
    .where("id", "=", one("id")),
);

describeOnEveryEngine("a query that is compiled once", (openTestDatabase) => {
  it("answers for the values of each time, and for lists of any length", async () => {
    const { db } = await openTestDatabase();
    const ids: number[] = [];
    for (let made = 0; made < 3; made += 1) ids.push((await buildSite(db)).id);
    for (const siteIds of [ids, ids.slice(1), ids.slice(0, 1), [], ids]) {
      const found = await listNames(db, { siteIds, name: "nobody's" });
      expect(found.map(({ id }) => id)).toEqual(siteIds);
    }
    const [first] = await listNames(db, { siteIds: ids, name: "nobody's" });
    const others = await listNames(db, { siteIds: ids, name: first?.name ?? "" });
    expect(others.every(({ name }) => name !== first?.name)).toBe(true);
  });

  it("belongs to the transaction that it is asked in, and refuses the outer handle there", async () => {
    const { db } = await openTestDatabase();
    const { id } = await buildSite(db);
    await buildPerson(db, { role: "coordinator", siteId: id });
    const failing = inTransaction(db, async (trx) => {
      await rename(trx, { id, name: "Renamed" });
      expect(await listNames(trx, { siteIds: [id], name: "" })).toEqual([{ id, name: "Renamed" }]);
      await listNames(db, { siteIds: [id], name: "" });
    });
    await expect(failing).rejects.toThrow("outer db");
    expect(await listNames(db, { siteIds: [id], name: "Renamed" })).toHaveLength(1);
  });

  it("waits for a transaction under way, and reads nothing of what that may still take back", async () => {
    const { db } = await openTestDatabase();
    const { id, name } = await buildSite(db);
    const begun = Promise.withResolvers<void>();
    const goOn = Promise.withResolvers<void>();
    const failing = inTransaction(db, async (trx) => {
      await rename(trx, { id, name: "Renamed" });
      begun.resolve();
      await goOn.promise;
      throw new Error("taken back");
    });
    await begun.promise;
    const found = listNames(db, { siteIds: [id], name: "" });
    goOn.resolve();
    await expect(failing).rejects.toThrow("taken back");
    expect(await found).toEqual([{ id, name }]);
  });
});
