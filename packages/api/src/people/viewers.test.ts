import type { Db } from "@studydesk/db/open-database";
import { addRole, deleteRole } from "@studydesk/db/people/role-queries";
import { buildPerson, buildSite } from "@studydesk/db/testing/build-people";
import { openTestSqlite } from "@studydesk/db/testing/every-engine";
import { describe, expect, it } from "vitest";
import { buildDeps } from "../testing/build-deps";
import { createViewers } from "./viewers";

const cookie = "studydesk.session_token=signed";

/** Counts how often the session is looked up. */
async function openDesk(db: Db) {
  const deps = buildDeps(db);
  const site = await buildSite(db);
  const person = await buildPerson(db, { role: "coordinator", siteId: site.id });
  const lookups = { count: 0 };
  const expiresAt = new Date("2026-09-01T23:00:00.000Z");
  const session = { ...person, expiresAt, lastUsedAt: new Date("2026-09-01T12:00:00.000Z") };
  const state: { session: typeof session | undefined } = { session };
  const auth = {
    async findSession() {
      lookups.count += 1;
      return state.session;
    },
  };
  const viewers = createViewers({ auth, db, now: deps.now });
  return { deps, site, person, lookups, state, viewers };
}

describe("viewers", () => {
  it("remember a found session for ten seconds", async () => {
    const { db } = await openTestSqlite();
    const { deps, person, lookups, viewers } = await openDesk(db);
    expect(await viewers.read(cookie)).toEqual(person);
    deps.clock.advance(10_000);
    expect(await viewers.read(cookie)).toEqual(person);
    expect(lookups.count).toBe(1);
    deps.clock.advance(1);
    await viewers.read(cookie);
    expect(lookups.count).toBe(2);
  });

  it("look again at once when told that something changed", async () => {
    const { db } = await openTestSqlite();
    const { site, person, state, viewers } = await openDesk(db);
    const { userId } = person;
    await viewers.read(cookie);
    await deleteRole(db, { userId, siteId: site.id, role: "coordinator" });
    await addRole(db, { userId, siteId: site.id, role: "admin", at: "2026-09-01" });
    viewers.forgetAll();
    expect((await viewers.read(cookie))?.roles).toEqual([{ siteId: site.id, role: "admin" }]);
    state.session = undefined;
    viewers.forgetAll();
    expect(await viewers.read(cookie)).toBeUndefined();
  });

  it("keep nothing that was read while something changed", async () => {
    const { db } = await openTestSqlite();
    const { lookups, viewers } = await openDesk(db);
    const reading = viewers.read(cookie);
    viewers.forgetAll();
    await reading;
    await viewers.read(cookie);
    expect(lookups.count).toBe(2);
  });

  it("never remember that nobody is signed in", async () => {
    const { db } = await openTestSqlite();
    const { person, state, viewers } = await openDesk(db);
    const { session } = state;
    state.session = undefined;
    expect(await viewers.read(cookie)).toBeUndefined();
    state.session = session;
    expect(await viewers.read(cookie)).toEqual(person);
  });

  it("end a session by the clock, also by one that was set back or ahead", async () => {
    const { db } = await openTestSqlite();
    const { deps, lookups, viewers } = await openDesk(db);
    await viewers.read(cookie);
    deps.clock.set("2026-08-31T12:00:00.000Z");
    await viewers.read(cookie);
    expect(lookups.count).toBe(2);
    deps.clock.set("2026-09-01T15:59:59.999Z");
    expect(await viewers.read(cookie)).toBeDefined();
    deps.clock.set("2026-09-01T23:00:00.000Z");
    expect(await viewers.read(cookie)).toBeUndefined();
  });

  it("ask nobody when there is no cookie", async () => {
    const { db } = await openTestSqlite();
    const { lookups, viewers } = await openDesk(db);
    expect(await viewers.read(undefined)).toBeUndefined();
    expect(lookups.count).toBe(0);
  });
});
