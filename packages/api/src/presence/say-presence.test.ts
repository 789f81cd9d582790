import { openDatabase } from "@studydesk/db/open-database";
import { buildPerson, buildSite } from "@studydesk/db/testing/build-people";
import { describeOnEveryEngine } from "@studydesk/db/testing/every-engine";
import { expect, it, onTestFinished } from "vitest";
import { buildCaller } from "../testing/build-caller";
import { buildDeps } from "../testing/build-deps";
import { buildDesk, readChanges, refusalOf } from "../testing/build-desk";

describeOnEveryEngine("who else has a lead open", (openTestDatabase) => {
  it("tells colleagues of the site who is there and what they do, and nobody else", async () => {
    const { db, deps, lead, kim, bo } = await buildDesk((await openTestDatabase()).db);
    const other = await buildSite(db);
    const stranger = await buildPerson(db, { role: "admin", siteId: other.id });
    const [asKim, asBo, asStranger] = [kim, bo, stranger].map(
      (viewer) => buildCaller(deps, viewer).presence,
    );
    await asKim?.beat({ leadId: lead.id, what: "looking" });
    expect(await asBo?.list()).toMatchObject([
      { leadId: lead.id, userId: kim.userId, name: "Kim Example", what: "looking" },
    ]);
    await asKim?.beat({ leadId: lead.id, what: "editing" });
    expect(await asBo?.list()).toMatchObject([{ what: "editing" }]);
    expect(await asKim?.list()).toEqual([]);
    expect(await asStranger?.list()).toEqual([]);
    const call = asStranger?.beat({ leadId: lead.id, what: "looking" });
    expect(await refusalOf(Promise.resolve(call))).toMatchObject({ code: "not_found" });
  });

  it("is over when they leave, or were silent for longer than it is believed", async () => {
    const { deps, lead, kim, bo } = await buildDesk((await openTestDatabase()).db);
    const asKim = buildCaller(deps, kim).presence;
    const asBo = buildCaller(deps, bo).presence;
    await asKim.beat({ leadId: lead.id, what: "looking" });
    await asKim.leave({ leadId: lead.id });
    expect(await asBo.list()).toEqual([]);
    await asKim.beat({ leadId: lead.id, what: "looking" });
    deps.clock.advance(45_000);
    expect(await asBo.list()).toHaveLength(1);
    deps.clock.advance(1);
    expect(await asBo.list()).toEqual([]);
  });

  it("tells open screens only what is news, and writes nothing into audit or timeline", async () => {
    const { db, deps, lead, kim } = await buildDesk((await openTestDatabase()).db);
    const asKim = buildCaller(deps, kim).presence;
    const before = await readChanges(db);
    const beat = () => asKim.beat({ leadId: lead.id, what: "looking" });
    const events = async () => (await readChanges(db)).events.length;
    await beat();
    expect(await events()).toBe(1);
    deps.clock.advance(20_000);
    await beat();
    deps.clock.advance(40_000);
    await beat();
    expect(await events()).toBe(1);
    await asKim.leave({ leadId: lead.id });
    await asKim.leave({ leadId: lead.id });
    expect(await events()).toBe(2);
    await beat();
    deps.clock.advance(46_000);
    await beat();
    expect(await events()).toBe(4);
    const after = await readChanges(db);
    expect(after.events[0]).toMatchObject({ kind: "presence", subjectId: String(lead.id) });
    expect(after.audit).toEqual(before.audit);
    expect(after.activities).toEqual(before.activities);
    expect(after.leads).toEqual(before.leads);
  });

  it("is known to another server on the same database", async () => {
    const { db, url } = await openTestDatabase();
    const { deps, lead, kim, bo } = await buildDesk(db);
    const otherDb = openDatabase(url);
    onTestFinished(() => otherDb.destroy());
    const other = buildDeps(otherDb);
    await buildCaller(deps, kim).presence.beat({ leadId: lead.id, what: "editing" });
    expect(await buildCaller(other, bo).presence.list()).toMatchObject([{ name: "Kim Example" }]);
    await buildCaller(other, kim).presence.leave({ leadId: lead.id });
    expect(await buildCaller(deps, bo).presence.list()).toEqual([]);
  });

  it("forgets screens that went without a word as soon as somebody else comes", async () => {
    const { db, deps, lead, kim, bo } = await buildDesk((await openTestDatabase()).db);
    await buildCaller(deps, kim).presence.beat({ leadId: lead.id, what: "editing" });
    deps.clock.advance(60_000);
    await buildCaller(deps, bo).presence.beat({ leadId: lead.id, what: "looking" });
    const rows = await db.selectFrom("presence").select("userId").execute();
    expect(rows).toEqual([{ userId: bo.userId }]);
  });
});
