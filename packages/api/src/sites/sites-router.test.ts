import { buildPerson, buildSite } from "@studydesk/db/testing/build-people";
import { describeOnEveryEngine } from "@studydesk/db/testing/every-engine";
import type { Viewer } from "@studydesk/domain/people/viewer";
import { expect, it } from "vitest";
import type { Deps } from "../deps";
import { buildCaller } from "../testing/build-caller";
import { buildDeps } from "../testing/build-deps";

const callerOf = (deps: Deps, viewer: Viewer | undefined) => buildCaller(deps, viewer).sites;

const fields = {
  name: "Ruijin Hospital",
  city: "Shanghai",
  countryCode: "cn",
  timeZone: "Asia/Shanghai",
  promiseHours: 24,
};

describeOnEveryEngine("site procedures", (openTestDatabase) => {
  it("list one's own sites; the owner's list has all", async () => {
    const { db } = await openTestDatabase();
    const deps = buildDeps(db);
    const mine = await buildSite(db);
    await buildSite(db, { name: "Shelbyville Clinic" });
    const admin = await buildPerson(db, { role: "admin", siteId: mine.id });
    const owner = await buildPerson(db, { isOwner: true });
    const { sites } = await callerOf(deps, admin).list();
    expect(sites).toMatchObject([
      { id: mine.id, roles: ["admin"], abilities: { canUpdate: false, canInvite: true } },
    ]);
    expect((await callerOf(deps, owner).list()).sites.map((site) => site.name)).toEqual([
      "Shelbyville Clinic",
      "Springfield General",
    ]);
    await expect(callerOf(deps, undefined).list()).rejects.toMatchObject({ code: "UNAUTHORIZED" });
  });

  it("make and change sites for the owner alone", async () => {
    const { db } = await openTestDatabase();
    const deps = buildDeps(db);
    const site = await buildSite(db);
    const update = { ...fields, name: "Huashan Hospital", siteId: site.id, expectedVersion: 1 };
    for (const role of ["coordinator", "investigator", "admin"] as const) {
      const caller = callerOf(deps, await buildPerson(db, { role, siteId: site.id }));
      await expect(caller.create(fields)).rejects.toMatchObject({ code: "FORBIDDEN" });
      await expect(caller.update(update)).rejects.toMatchObject({ code: "FORBIDDEN" });
    }
    await expect(callerOf(deps, undefined).create(fields)).rejects.toMatchObject({
      code: "UNAUTHORIZED",
    });
    const owner = callerOf(deps, await buildPerson(db, { isOwner: true }));
    const made = await owner.create(fields);
    expect(made.site).toMatchObject({ ...fields, countryCode: "CN", version: 1 });
    const changed = await owner.update({ ...update, promiseHours: 48 });
    expect(changed.site).toMatchObject({ id: site.id, promiseHours: 48, version: 2 });
    await expect(owner.update(update)).rejects.toMatchObject({
      code: "CONFLICT",
      cause: { reason: "stale_version", details: { currentVersion: 2 } },
    });
    await expect(owner.update({ ...update, siteId: 999 })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    const rows = await db.selectFrom("audit").select(["action", "details"]).execute();
    expect(rows.map((row) => row.action).sort()).toEqual(["site.created", "site.updated"]);
    expect(JSON.stringify(rows)).toContain("countryCode timeZone promiseHours");
    // One name, one site: also where two of them are asked for at once, and where one is renamed.
    const named = (name: string) => ({ ...fields, name });
    const taken = { code: "UNPROCESSABLE_CONTENT", cause: { reason: "site_name_taken" } };
    await expect(owner.create(named(" ruijin  HOSPITAL"))).rejects.toMatchObject(taken);
    const renamed = { ...update, ...named("Ruijin Hospital East"), expectedVersion: 2 };
    const twins = await Promise.allSettled([
      owner.create(named("Ruijin Hospital East")),
      owner.update(renamed),
    ]);
    expect(twins.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect((await owner.list()).sites).toHaveLength(twins[0].status === "fulfilled" ? 3 : 2);
  });

  it("refuse a time zone and a country that do not exist", async () => {
    const { db } = await openTestDatabase();
    const owner = callerOf(buildDeps(db), await buildPerson(db, { isOwner: true }));
    for (const wrong of [{ timeZone: "Mars/Olympus" }, { countryCode: "QQ" }]) {
      await expect(owner.create({ ...fields, ...wrong })).rejects.toMatchObject({
        code: "BAD_REQUEST",
      });
    }
    expect((await owner.list()).sites).toEqual([]);
  });
});
