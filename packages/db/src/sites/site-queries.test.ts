import { expect, it } from "vitest";
import { describeOnEveryEngine } from "../testing/every-engine";
import { addSite, findSite, findSitesCalled, listSites, updateSite } from "./site-queries";

const fields = {
  name: "Springfield General",
  city: "Springfield",
  countryCode: "US",
  timeZone: "America/Chicago",
  promiseHours: 24,
};
const at = "2026-09-01T12:00:00.000Z";

describeOnEveryEngine("site queries", (openTestDatabase) => {
  it("lists the asked sites by name, and none for an empty list", async () => {
    const { db } = await openTestDatabase();
    const b = await addSite(db, { ...fields, name: "B", at });
    const a = await addSite(db, { ...fields, name: "A", at });
    expect((await listSites(db, "all")).map((site) => site.name)).toEqual(["A", "B"]);
    expect(await listSites(db, [b.id])).toEqual([b]);
    expect(await listSites(db, [])).toEqual([]);
    expect(await findSite(db, a.id)).toEqual(a);
    expect(await findSite(db, 999)).toBeUndefined();
    expect(await findSitesCalled(db, "B")).toEqual([b]);
  });

  it("overwrites no version but the expected one", async () => {
    const { db } = await openTestDatabase();
    const site = await addSite(db, { ...fields, at });
    const changed = await updateSite(db, site.id, 1, { ...fields, promiseHours: 48 });
    expect(changed).toEqual({ ...site, promiseHours: 48, version: 2 });
    expect(await updateSite(db, site.id, 1, fields)).toBeUndefined();
    expect(await findSite(db, site.id)).toEqual(changed);
  });
});
