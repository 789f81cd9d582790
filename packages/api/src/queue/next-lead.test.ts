import { addContactAttempt } from "@studydesk/db/leads/activity-queries";
import { openDatabase } from "@studydesk/db/open-database";
import { deleteHoldsOfSession, listHolders } from "@studydesk/db/queue/hold-queries";
import type { NewRow } from "@studydesk/db/schema";
import { buildConsent, buildLead } from "@studydesk/db/testing/build-lead";
import { buildPerson } from "@studydesk/db/testing/build-people";
import { describeOnEveryEngine } from "@studydesk/db/testing/every-engine";
import { describe, expect, it, onTestFinished } from "vitest";
import { buildCaller } from "../testing/build-caller";
import { buildDeps } from "../testing/build-deps";
import { buildDesk, refusalOf } from "../testing/build-desk";

const minute = 60_000;

describeOnEveryEngine("Today's queue, shared", (openTestDatabase, engine) => {
  it("gives ten people who ask at once ten different leads, from two servers", async () => {
    const { db, url } = await openTestDatabase();
    const { siteId } = await buildDesk(db);
    for (let n = 0; n < 14; n += 1) await buildLead(db, { siteId });
    // Two connections of one process to a SQLite file would wait for each other for ever.
    const elsewhere = engine === "postgres" ? openDatabase(url) : db;
    if (elsewhere !== db) onTestFinished(() => elsewhere.destroy());
    const servers = [buildDeps(db), buildDeps(elsewhere)];
    const callers = await Promise.all(
      Array.from({ length: 10 }, async (_, n) => {
        const viewer = await buildPerson(db, { role: "coordinator", siteId });
        return buildCaller(servers[n % 2] ?? buildDeps(db), viewer).leads;
      }),
    );
    const given = await Promise.all(callers.map((leads) => leads.next({})));
    const ids = given.map(({ lead }) => lead?.id);
    expect(new Set(ids).size).toBe(10);
    expect(ids).not.toContain(undefined);
  });

  it("holds what is in front and what comes next, and lets go of everything else", async () => {
    const { db, deps, siteId, lead, asKim, asBo } = await desk(openTestDatabase);
    const second = await add(db, siteId);
    const third = await add(db, siteId);
    const screenId = "kim's tab";
    expect((await asKim.next({ screenId })).lead?.id).toBe(lead.id);
    const ahead = { screenId, inFrontId: lead.id };
    expect((await asKim.next(ahead)).lead?.id).toBe(second.id);
    expect((await asBo.next({})).lead?.id).toBe(third.id);
    expect(await asBo.queue({})).toMatchObject({ waiting: 3, heldElsewhere: 2 });

    // Asked again, nothing moves; gone on, the first is free.
    expect((await asKim.next(ahead)).lead?.id).toBe(second.id);
    await asKim.next({ screenId, inFrontId: second.id, skipLeadIds: [lead.id] });
    expect((await asBo.next({})).lead?.id).toBe(lead.id);
    expect((await asBo.next({ skipLeadIds: [lead.id] })).lead?.id).toBe(third.id);

    // Nobody's for good: without a sign of life a hold ends within three minutes.
    deps.clock.advance(3 * minute);
    expect((await asBo.next({})).lead?.id).toBe(lead.id);
    expect((await asBo.next({ inFrontId: lead.id })).lead?.id).toBe(second.id);
  });

  it("gives two tabs of one person different leads", async () => {
    const { db, siteId, lead, asKim } = await desk(openTestDatabase);
    const second = await add(db, siteId);
    expect((await asKim.next({ screenId: "one" })).lead?.id).toBe(lead.id);
    expect((await asKim.next({ screenId: "two" })).lead?.id).toBe(second.id);
    expect((await asKim.next({ screenId: "three" })).lead).toBeNull();
  });

  it("keeps a lead for as long as its screen says so, and tells whoever comes back too late", async () => {
    const { db, deps, lead, asKim, asBo } = await desk(openTestDatabase);
    await asKim.next({ screenId: "tab" });
    for (let n = 0; n < 5; n += 1) {
      deps.clock.advance(minute);
      expect(await asKim.hold({ screenId: "tab", leadIds: [lead.id] })).toEqual([]);
      expect((await asBo.next({})).lead).toBeNull();
    }
    const now = deps.now().toISOString();
    expect(await listHolders(db, [lead.id], now)).toMatchObject([
      { name: "Kim Example", since: "2026-09-01T12:00:00.000Z" },
    ]);

    // The lid was closed for a while.
    deps.clock.advance(4 * minute);
    expect((await asBo.next({})).lead?.id).toBe(lead.id);
    expect(await asKim.hold({ screenId: "tab", leadIds: [lead.id] })).toEqual([
      { leadId: lead.id, name: "Bo Example", isMe: false, since: deps.now().toISOString() },
    ]);
    expect(await asKim.next({ screenId: "tab", wantedId: lead.id })).toMatchObject({
      lead: null,
      wantedBy: { name: "Bo Example" },
    });
  });

  it("brings the same lead to a tab that was loaded again, and lets go when it was closed", async () => {
    const { db, deps, siteId, lead, asKim, asBo } = await desk(openTestDatabase);
    const other = await add(db, siteId);
    await asKim.next({ screenId: "tab", inFrontId: lead.id });
    await asKim.hold({ screenId: "tab", leadIds: [lead.id] });
    await asKim.letGo({ screenId: "tab" });
    expect((await asBo.next({})).lead).toBeNull();
    const again = await asKim.next({ screenId: "tab", wantedId: lead.id });
    expect(again).toMatchObject({ lead: { id: lead.id }, why: { kind: "past_promise" } });

    await asKim.letGo({ screenId: "tab" });
    deps.clock.advance(minute / 2);
    expect((await asBo.next({})).lead?.id).toBe(lead.id);
    expect((await asBo.next({ inFrontId: lead.id })).lead?.id).toBe(other.id);
  });

  it("lets go of everything when the person signs out", async () => {
    const { db, lead, kim, asKim, asBo } = await desk(openTestDatabase);
    await asKim.next({});
    expect((await asBo.next({})).lead).toBeNull();
    await deleteHoldsOfSession(db, kim.sessionId);
    expect((await asBo.next({})).lead?.id).toBe(lead.id);
  });

  it("brings a lead back that is out of the queue by now, when it was in front before the break", async () => {
    const { lead, asKim } = await desk(openTestDatabase);
    await asKim.next({ screenId: "tab" });
    const logged = await asKim.logContact({
      leadId: lead.id,
      channel: "phone",
      outcome: "reached",
      expectedVersion: 1,
    });
    expect((await asKim.next({ screenId: "tab" })).lead).toBeNull();
    expect(await asKim.next({ screenId: "tab", wantedId: lead.id })).toMatchObject({
      lead: { id: lead.id, version: logged.version },
      why: { kind: "resumed" },
    });
  });

  it("calls at the agreed time: not before it, and then before everybody else", async () => {
    const { db, deps, siteId, kim, lead, asKim } = await desk(openTestDatabase);
    const at = "2026-09-01T14:00:00.000Z";
    // Where this person lives it will be 23:00: they asked for it.
    const waiting = { status: "contacting", followUpAt: at, timeZone: "Asia/Tokyo" } as const;
    const asked = await add(db, siteId, waiting);
    const attempt = { channel: "phone", outcome: "callback_requested", note: null } as const;
    const byUserId = kim.userId;
    await addContactAttempt(db, { ...attempt, leadId: asked.id, at: asked.createdAt, byUserId });
    expect((await asKim.next({})).lead?.id).toBe(lead.id);
    expect((await asKim.next({ skipLeadIds: [lead.id] })).lead).toBeNull();
    expect(await asKim.queue({})).toMatchObject({ appointments: 1, nextAppointmentAt: at });
    deps.clock.set(at);
    expect(await asKim.next({})).toMatchObject({
      lead: { id: asked.id },
      why: { kind: "callback" },
    });
    expect(await asKim.queue({})).toMatchObject({ waiting: 2, appointments: 0 });
    // Long after that hour nobody is woken for it.
    deps.clock.set("2026-09-01T17:00:00.000Z");
    expect((await asKim.next({})).lead?.id).toBe(lead.id);
  });

  it("calls first, within a class, who wished for this part of their day", async () => {
    const { db, deps, siteId, lead, asKim } = await desk(openTestDatabase);
    deps.clock.set("2026-09-01T15:00:00.000Z"); // 10:00 in Chicago
    const old = { createdAt: "2026-08-31T11:00:00.000Z", timeZone: "America/Chicago" };
    const evening = await add(db, siteId, {
      ...old,
      createdAt: "2026-08-30T10:00:00.000Z",
      contactHours: "evening",
    });
    const morning = await add(db, siteId, { ...old, contactHours: "morning" });
    const order: (number | undefined)[] = [];
    for (let n = 0; n < 3; n += 1) {
      order.push((await asKim.next({ skipLeadIds: order.flatMap((id) => id ?? []) })).lead?.id);
    }
    expect(order).toEqual([morning.id, lead.id, evening.id]);
  });
});

describeOnEveryEngine("skipping a lead", (openTestDatabase) => {
  it("says so on the timeline and brings it back at its time, or at once when it is wanted", async () => {
    const { deps, lead, asKim, asBo } = await desk(openTestDatabase);
    await asKim.next({});
    const skipped = await asKim.skip({ leadId: lead.id, reason: "not_now", expectedVersion: 1 });
    expect(skipped).toMatchObject({ lead: { version: 1 }, until: "2026-09-01T13:00:00.000Z" });
    expect((await asKim.next({})).lead).toBeNull();
    expect(await asKim.queue({})).toMatchObject({ waiting: 0, skippedLeadIds: [lead.id] });
    expect((await asKim.timeline({ leadId: lead.id }))[0]?.activity).toEqual({
      kind: "skipped",
      reason: "not_now",
      until: skipped.until,
    });
    // A reason of Kim's own is none of Bo's.
    expect((await asBo.next({})).lead?.id).toBe(lead.id);
    await asBo.letGo({});
    deps.clock.advance(minute);
    await asKim.bringBack({ leadIds: [lead.id] });
    expect((await asKim.next({})).lead?.id).toBe(lead.id);
    await asKim.skip({ leadId: lead.id, reason: "waiting", expectedVersion: 1 });
    expect((await asBo.next({})).lead).toBeNull();
    deps.clock.set("2026-09-02T14:00:00.000Z");
    expect((await asBo.next({})).lead?.id).toBe(lead.id);
  });

  it("ends when something happens to the lead", async () => {
    const { lead, asKim, asBo } = await desk(openTestDatabase);
    await asKim.skip({ leadId: lead.id, reason: "waiting", expectedVersion: 1 });
    expect((await asBo.next({})).lead).toBeNull();
    const at = "2026-09-01T12:00:00.000Z";
    await asBo.setFollowUp({ leadId: lead.id, at, expectedVersion: 1 });
    expect((await asBo.next({})).lead?.id).toBe(lead.id);
  });

  it("gives it to somebody else, or leaves it to whoever comes, and asks which", async () => {
    const { db, siteId, lead, bo, asKim, asBo } = await desk(openTestDatabase);
    const give = { leadId: lead.id, reason: "not_mine", expectedVersion: 1 } as const;
    expect(await refusalOf(asKim.skip({ ...give, toUserId: "nobody-known" }))).toMatchObject({
      code: "invalid",
      reason: "not_an_assignee",
    });
    const given = await asKim.skip({ ...give, toUserId: bo.userId });
    expect(given).toMatchObject({ until: null, lead: { ownerId: bo.userId } });
    expect(given.lead.changeId).toBeGreaterThan(0);
    expect((await asKim.next({})).lead).toBeNull();
    expect((await asBo.next({})).lead?.id).toBe(lead.id);

    const other = await add(db, siteId);
    await asKim.skip({ leadId: other.id, reason: "language", toUserId: null, expectedVersion: 1 });
    expect((await asKim.next({})).lead).toBeNull();
    expect((await asBo.next({ skipLeadIds: [lead.id] })).lead?.id).toBe(other.id);
  });
});

describe("an outcome that is sent twice", () => {
  describeOnEveryEngine("under one key", (openTestDatabase) => {
    it("is logged once, and answered alike", async () => {
      const { lead, asKim, asBo, db } = await desk(openTestDatabase);
      const press = {
        leadId: lead.id,
        channel: "phone",
        outcome: "no_answer",
        requestKey: "a-press-of-n",
        expectedVersion: 1,
      } as const;
      const [first, again] = [await asKim.logContact(press), await asKim.logContact(press)];
      expect(again).toEqual(first);
      expect(again.attemptCount).toBe(1);
      // Another person's key is another press.
      expect(await refusalOf(asBo.logContact(press))).toMatchObject({ code: "conflict" });
      expect(await db.selectFrom("contactAttempts").selectAll().execute()).toHaveLength(1);
    });
  });
});

async function desk(openTestDatabase: Parameters<Parameters<typeof describeOnEveryEngine>[1]>[0]) {
  const { db } = await openTestDatabase();
  const built = await buildDesk(db);
  // By day where they all live.
  built.deps.clock.set("2026-09-01T12:00:00.000Z");
  await db.updateTable("leads").set({ timeZone: "Europe/Paris" }).execute();
  return built;
}

/** Agreed to be called, lives where it is day. */
async function add(
  db: Parameters<typeof buildLead>[0],
  siteId: number,
  overrides: Partial<NewRow<"leads">> = {},
) {
  const lead = await buildLead(db, { siteId, timeZone: "Europe/Paris", ...overrides });
  await buildConsent(db, lead);
  return lead;
}
