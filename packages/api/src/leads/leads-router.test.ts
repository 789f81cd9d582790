import { buildConsent, buildLead } from "@studydesk/db/testing/build-lead";
import { describeOnEveryEngine } from "@studydesk/db/testing/every-engine";
import { DomainError } from "@studydesk/domain/errors";
import { TRPCError } from "@trpc/server";
import { expect, it } from "vitest";
import { buildCaller } from "../testing/build-caller";
import { buildDeps } from "../testing/build-deps";
import { buildPerson, buildSite } from "../testing/build-people";

const now = "2026-09-01T12:00:00.000Z";

/** How a call was refused. */
async function refusalOf(call: Promise<unknown>) {
  const error = await call.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof TRPCError && error.cause instanceof DomainError)) return error;
  const { code, reason, details } = error.cause;
  return { code, reason, ...(details ? { details } : {}) };
}

describeOnEveryEngine("leads", (openTestDatabase) => {
  async function build() {
    const { db } = await openTestDatabase();
    const deps = buildDeps(db);
    const { id: siteId } = await buildSite(db);
    const kim = await buildPerson(db, { role: "coordinator", siteId, name: "Kim Example" });
    const bo = await buildPerson(db, { role: "admin", siteId, name: "Bo Example" });
    const lead = await buildLead(db, { siteId, createdAt: "2026-08-31T10:00:00.000Z" });
    await buildConsent(db, lead, "Please call after six.");
    return { db, deps, siteId, lead, kim, bo, asKim: buildCaller(deps, kim).leads };
  }
  type World = Awaited<ReturnType<typeof build>>;

  /** Everything that a refused change must leave as it was. */
  const stateOf = async ({ db }: World) => ({
    leads: await db.selectFrom("leads").selectAll().execute(),
    attempts: await db.selectFrom("contactAttempts").selectAll().execute(),
    activities: await db.selectFrom("activities").selectAll().execute(),
    events: await db.selectFrom("events").selectAll().execute(),
    changes: await db
      .selectFrom("audit")
      .selectAll()
      .where("action", "!=", "lead.opened")
      .execute(),
  });

  it("opens a lead with what its reader may do, where it may go and whether to call now", async () => {
    const { asKim, lead } = await build();
    expect(await asKim.get({ leadId: lead.id })).toMatchObject({
      id: lead.id,
      firstName: "Amara",
      siteName: "Springfield General",
      isPastPromise: true,
      abilities: { changeStatus: true, logContact: true, assign: true, writeNote: true },
      mayContact: { answer: "ask", reason: "quiet_hours" },
      consent: { text: "You may call me about this study." },
      submissions: [{ message: "Please call after six." }],
      moves: [
        { to: "contacting", reasons: [], reasonRequired: false },
        { to: "pre_screening" },
        { to: "declined", reasonRequired: true },
        { to: "invalid", reasonRequired: true },
      ],
      version: 1,
    });
  });

  it("tells a reader who may not change it that there is nowhere to move it", async () => {
    const { deps, db, siteId, lead } = await build();
    const doctor = await buildPerson(db, { role: "investigator", siteId });
    expect(await buildCaller(deps, doctor).leads.get({ leadId: lead.id })).toMatchObject({
      abilities: { changeStatus: false, logContact: false, writeNote: true },
      moves: [],
    });
  });

  it("keeps who opened a lead once an hour, and rows of a list not at all", async () => {
    const { asKim, deps, lead, kim, bo, db } = await build();
    const openings = async () => {
      const rows = await db.selectFrom("audit").selectAll().orderBy("sequence").execute();
      return rows.map(({ action, actorId, subjectId }) => [action, actorId, subjectId]);
    };
    await asKim.list({});
    await asKim.counts();
    await asKim.timeline({ leadId: lead.id });
    expect(await openings()).toEqual([]);
    await asKim.get({ leadId: lead.id });
    await asKim.get({ leadId: lead.id });
    await asKim.next({});
    const byKim = ["lead.opened", kim.userId, String(lead.id)];
    expect(await openings()).toEqual([byKim]);
    await buildCaller(deps, bo).leads.get({ leadId: lead.id });
    deps.clock.advance(3_600_001);
    await asKim.next({});
    expect(await openings()).toEqual([byKim, ["lead.opened", bo.userId, String(lead.id)], byKim]);
  });

  it("changes a status with its activity, audit and event, and tells the open screens after it", async () => {
    const world = await build();
    const { asKim, lead, kim, siteId, deps } = world;
    const told = deps.live.announcements(new AbortController().signal)[Symbol.asyncIterator]();
    const view = await asKim.changeStatus({
      leadId: lead.id,
      to: "declined",
      reason: "travel",
      expectedVersion: 1,
    });
    expect(view).toMatchObject({
      status: "declined",
      statusReason: "travel",
      statusSince: now,
      version: 2,
      mayContact: { answer: "no", reason: "declined" },
    });
    expect(await told.next()).toMatchObject({ done: false });
    const { activities, changes, events } = await stateOf(world);
    const change = { from: "new", to: "declined", reason: "travel" };
    expect(activities).toMatchObject([{ byUserId: kim.userId, at: now }]);
    expect(JSON.parse(activities[0]?.data ?? "")).toEqual({ kind: "status_changed", ...change });
    expect(changes).toMatchObject([{ action: "lead.status_changed", actorId: kim.userId, siteId }]);
    expect(JSON.parse(changes[0]?.details ?? "")).toEqual(change);
    expect(events).toMatchObject([{ kind: "lead", subjectId: String(lead.id), siteId }]);
    expect(JSON.stringify([changes, events])).not.toMatch(/Amara|Voss|amara|555/);
  });

  it("refuses a move that a guard forbids, with the guard's reason, and changes nothing", async () => {
    const world = await build();
    const { asKim, lead } = world;
    const before = await stateOf(world);
    const move = { leadId: lead.id, expectedVersion: 1 } as const;
    for (const [input, reason] of [
      [{ to: "could_not_reach" }, "not_a_next_status"],
      [{ to: "declined" }, "needs_decline_reason"],
      [{ to: "declined", reason: "spam" }, "reason_does_not_fit"],
    ] as const) {
      expect(await refusalOf(asKim.changeStatus({ ...move, ...input }))).toEqual({
        code: "rule_broken",
        reason,
      });
    }
    expect(await stateOf(world)).toEqual(before);
  });

  it("takes the follow-up away when a lead is closed", async () => {
    const { asKim, lead } = await build();
    const at = "2026-09-05T09:00:00.000Z";
    await asKim.setFollowUp({ leadId: lead.id, at, note: "MRI date", expectedVersion: 1 });
    const invalid = { leadId: lead.id, to: "invalid", reason: "spam" } as const;
    expect(await asKim.changeStatus({ ...invalid, expectedVersion: 2 })).toMatchObject({
      followUpAt: null,
      followUpNote: null,
    });
    const again = asKim.setFollowUp({ leadId: lead.id, at, expectedVersion: 3 });
    expect(await refusalOf(again)).toEqual({ code: "rule_broken", reason: "invalid_lead" });
  });

  it("logs a first attempt: counted, the next try set, contacting, and the caller's from now on", async () => {
    const world = await build();
    const { asKim, lead, kim } = world;
    const attempt = { leadId: lead.id, channel: "phone", outcome: "no_answer" } as const;
    const view = await asKim.logContact({ ...attempt, note: "Rang out.", expectedVersion: 1 });
    expect(view).toMatchObject({
      status: "contacting",
      statusSince: now,
      attemptCount: 1,
      firstAttemptAt: now,
      lastAttemptAt: now,
      firstContactAt: null,
      followUpAt: "2026-09-02T08:00:00.000Z",
      ownerId: kim.userId,
      ownerName: "Kim Example",
      isPastPromise: true,
      version: 2,
    });
    const timeline = await asKim.timeline({ leadId: lead.id });
    expect(timeline.map(({ activity }) => activity.kind)).toEqual([
      "contact_attempted",
      "status_changed",
      "owner_changed",
    ]);
    expect(timeline[0]).toMatchObject({
      byName: "Kim Example",
      activity: { outcome: "no_answer", note: "Rang out." },
    });
    const { changes, attempts } = await stateOf(world);
    expect(attempts).toMatchObject([{ outcome: "no_answer", byUserId: kim.userId, at: now }]);
    expect(JSON.stringify(changes)).not.toContain("Rang out");
  });

  it("takes the next try that was asked for, or none, and keeps what it is about until they speak", async () => {
    const { asKim, lead, deps } = await build();
    const attempt = { leadId: lead.id, channel: "phone" } as const;
    const at = "2026-09-01T13:00:00.000Z";
    await asKim.setFollowUp({ leadId: lead.id, at, note: "MRI date", expectedVersion: 1 });
    const tried = await asKim.logContact({
      ...attempt,
      outcome: "busy",
      nextTryAt: "2026-09-03T10:00:00+02:00",
      expectedVersion: 2,
    });
    expect(tried).toMatchObject({
      followUpAt: "2026-09-03T08:00:00.000Z",
      followUpNote: "MRI date",
    });
    deps.clock.advance(60_000);
    const reached = await asKim.logContact({ ...attempt, outcome: "reached", expectedVersion: 3 });
    expect(reached).toMatchObject({
      followUpAt: null,
      followUpNote: null,
      attemptCount: 2,
      firstAttemptAt: now,
      lastAttemptAt: "2026-09-01T12:01:00.000Z",
      firstContactAt: "2026-09-01T12:01:00.000Z",
      isPastPromise: false,
    });
    const again = await asKim.logContact({
      ...attempt,
      outcome: "no_answer",
      nextTryAt: null,
      expectedVersion: 4,
    });
    expect(again).toMatchObject({ followUpAt: null, firstContactAt: reached.firstContactAt });
  });

  it("leaves in peace who asked for it, until that person asks to go on", async () => {
    const world = await build();
    const { asKim, lead } = world;
    const attempt = { leadId: lead.id, channel: "phone" } as const;
    const asked = await asKim.logContact({
      ...attempt,
      outcome: "do_not_contact",
      nextTryAt: "2026-09-03T10:00:00Z",
      expectedVersion: 1,
    });
    expect(asked).toMatchObject({
      doNotContact: true,
      followUpAt: null,
      mayContact: { answer: "no", reason: "do_not_contact" },
      abilities: { logContact: false },
    });
    const before = await stateOf(world);
    const call = asKim.logContact({ ...attempt, outcome: "reached", expectedVersion: 2 });
    expect(await refusalOf(call)).toEqual({ code: "rule_broken", reason: "do_not_contact" });
    expect(await stateOf(world)).toEqual(before);
    expect((await asKim.next({})).lead).toBeNull();

    const move = { leadId: lead.id, expectedVersion: 2 };
    await asKim.changeStatus({ ...move, to: "declined", reason: "privacy" });
    const reopened = await asKim.changeStatus({
      ...move,
      expectedVersion: 3,
      to: "pre_screening",
      reason: "person_asked",
    });
    expect(reopened).toMatchObject({ doNotContact: false, abilities: { logContact: true } });
  });

  it("gives a lead to somebody who works at its site, to nobody, and to no one else", async () => {
    const world = await build();
    const { asKim, lead, bo, db, siteId } = world;
    const assign = { leadId: lead.id, expectedVersion: 1 };
    const doctor = await buildPerson(db, { role: "investigator", siteId });
    const stranger = await buildPerson(db, {
      role: "coordinator",
      siteId: (await buildSite(db)).id,
    });
    const before = await stateOf(world);
    for (const ownerId of [doctor.userId, stranger.userId, "nobody"]) {
      expect(await refusalOf(asKim.assign({ ...assign, ownerId }))).toMatchObject({
        code: "invalid",
        reason: "not_an_assignee",
      });
    }
    expect(await stateOf(world)).toEqual(before);
    expect(await asKim.assign({ ...assign, ownerId: bo.userId })).toMatchObject({
      ownerName: "Bo Example",
    });
    const freed = await asKim.assign({ ...assign, expectedVersion: 2, ownerId: null });
    expect(freed).toMatchObject({ ownerId: null, ownerName: null });
  });

  it("lets one of two people on the same version win; the other is told, and overwrites nothing", async () => {
    const world = await build();
    const { asKim, lead, deps, bo } = world;
    const asBo = buildCaller(deps, bo).leads;
    const seen = await asBo.get({ leadId: lead.id });
    await asKim.assign({ leadId: lead.id, ownerId: bo.userId, expectedVersion: seen.version });
    const before = await stateOf(world);
    const stale = { leadId: lead.id, expectedVersion: seen.version };
    for (const late of [
      () => asBo.changeStatus({ ...stale, to: "contacting" }),
      () => asBo.logContact({ ...stale, channel: "phone", outcome: "reached" }),
      () => asBo.setFollowUp({ ...stale, at: "2026-09-03T09:00:00Z" }),
      () => asBo.assign({ ...stale, ownerId: null }),
    ]) {
      expect(await refusalOf(late())).toEqual({
        code: "conflict",
        reason: "stale_version",
        details: { currentVersion: 2 },
      });
    }
    expect(await stateOf(world)).toEqual(before);
  });

  it("counts one of two attempts logged at once on the same version", async () => {
    const world = await build();
    const { asKim, deps, bo, lead } = world;
    const attempt = { leadId: lead.id, channel: "phone", expectedVersion: 1 } as const;
    const results = await Promise.all([
      refusalOf(asKim.logContact({ ...attempt, outcome: "no_answer" })),
      refusalOf(buildCaller(deps, bo).leads.logContact({ ...attempt, outcome: "reached" })),
    ]);
    expect(results.filter((refusal) => refusal === undefined)).toHaveLength(1);
    expect(results).toContainEqual({
      code: "conflict",
      reason: "stale_version",
      details: { currentVersion: 2 },
    });
    const { leads, attempts, changes, events } = await stateOf(world);
    expect(leads).toMatchObject([{ attemptCount: 1, version: 2 }]);
    expect([attempts, changes, events].map((rows) => rows.length)).toEqual([1, 1, 1]);
    expect(leads[0]?.ownerId).toBe(attempts[0]?.byUserId);
  });

  it("pages through the list by a cursor that names nobody, and refuses one of another order", async () => {
    const { asKim, db, siteId } = await build();
    for (const lastName of ["Adler", "Brandt", "Castillo"]) {
      await buildLead(db, { siteId, lastName });
    }
    const page = { sort: "name", descending: false, limit: 2 } as const;
    const first = await asKim.list(page);
    expect(first.rows.map(({ lastName }) => lastName)).toEqual(["Adler", "Brandt"]);
    const cursor = first.nextCursor ?? "";
    expect(Buffer.from(cursor, "base64url").toString()).not.toMatch(/brandt/i);
    const second = await asKim.list({ ...page, cursor });
    expect(second.rows.map(({ lastName }) => lastName)).toEqual(["Castillo", "Voss"]);
    const third = await asKim.list({ ...page, cursor: second.nextCursor });
    expect(third).toEqual({ rows: [], nextCursor: null });
    for (const bad of ["x", "W10", Buffer.from("{}").toString("base64url")]) {
      expect(await refusalOf(asKim.list({ ...page, cursor: bad }))).toMatchObject({
        code: "invalid",
        reason: "cursor",
      });
    }
    const otherWay = asKim.list({ ...page, descending: true, cursor });
    expect(await refusalOf(otherWay)).toMatchObject({ code: "invalid", reason: "cursor" });
  });

  it("brings the next lead with the reason, past those who were put aside", async () => {
    const { asKim, lead, db, siteId } = await build();
    const fresh = await buildLead(db, { siteId, createdAt: "2026-09-01T10:00:00.000Z" });
    const first = await asKim.next({});
    expect(first).toMatchObject({
      lead: { id: lead.id },
      why: {
        kind: "past_promise",
        sentence: "Waiting for 26 hours; the promise is 24 hours.",
      },
      waiting: 2,
      last: [],
    });
    expect(await asKim.next({ skipLeadIds: [lead.id] })).toMatchObject({
      lead: { id: fresh.id },
      why: { kind: "new" },
      waiting: 2,
    });
    const none = await asKim.next({ skipLeadIds: [lead.id, fresh.id] });
    expect(none).toEqual({ lead: null, why: null, waiting: 2, last: [] });
  });

  it("brings whoever may be called at this hour first, and sleepers only when nobody else is left", async () => {
    const { asKim, lead, db, siteId } = await build();
    const awake = await buildLead(db, { siteId, timeZone: "Europe/Paris" });
    await buildConsent(db, awake);
    expect((await asKim.next({})).lead?.id).toBe(awake.id);
    expect((await asKim.next({ skipLeadIds: [awake.id] })).lead?.id).toBe(lead.id);
  });
});
