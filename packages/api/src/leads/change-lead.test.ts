import { buildPerson, buildSite } from "@studydesk/db/testing/build-people";
import { describeOnEveryEngine } from "@studydesk/db/testing/every-engine";
import { expect, it } from "vitest";
import { buildDesk, readChanges, refusalOf } from "../testing/build-desk";

const now = "2026-09-01T12:00:00.000Z";

describeOnEveryEngine("changes to a lead", (openTestDatabase) => {
  it("changes a status with its activity, audit and event, and tells the open screens after it", async () => {
    const world = await buildDesk((await openTestDatabase()).db);
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
    const { activities, audit, events } = await readChanges(world.db);
    const change = { from: "new", to: "declined", reason: "travel" };
    expect(activities).toMatchObject([{ byUserId: kim.userId, at: now }]);
    expect(JSON.parse(activities[0]?.data ?? "")).toEqual({ kind: "status_changed", ...change });
    expect(audit).toMatchObject([{ action: "lead.status_changed", actorId: kim.userId, siteId }]);
    expect(JSON.parse(audit[0]?.details ?? "")).toEqual(change);
    expect(events).toMatchObject([{ kind: "lead", subjectId: String(lead.id), siteId }]);
    expect(JSON.stringify([audit, events])).not.toMatch(/Amara|Voss|amara|555-?01/);
  });

  it("refuses a move that a guard forbids, with the guard's reason, and changes nothing", async () => {
    const world = await buildDesk((await openTestDatabase()).db);
    const { asKim, lead } = world;
    const before = await readChanges(world.db);
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
    expect(await readChanges(world.db)).toEqual(before);
  });

  it("takes the follow-up away when a lead is closed", async () => {
    const { asKim, lead } = await buildDesk((await openTestDatabase()).db);
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

  it("gives a lead to somebody who works at its site, to nobody, and to no one else", async () => {
    const world = await buildDesk((await openTestDatabase()).db);
    const { asKim, lead, bo, db, siteId } = world;
    const assign = { leadId: lead.id, expectedVersion: 1 };
    const doctor = await buildPerson(db, { role: "investigator", siteId });
    const stranger = await buildPerson(db, {
      role: "coordinator",
      siteId: (await buildSite(db)).id,
    });
    const before = await readChanges(world.db);
    for (const ownerId of [doctor.userId, stranger.userId, "nobody"]) {
      expect(await refusalOf(asKim.assign({ ...assign, ownerId }))).toMatchObject({
        code: "invalid",
        reason: "not_an_assignee",
      });
    }
    expect(await readChanges(world.db)).toEqual(before);
    expect(await asKim.assign({ ...assign, ownerId: bo.userId })).toMatchObject({
      ownerName: "Bo Example",
    });
    const freed = await asKim.assign({ ...assign, expectedVersion: 2, ownerId: null });
    expect(freed).toMatchObject({ ownerId: null, ownerName: null });
  });

  it("lets one of two people who change the same thing win; the other is told, and overwrites nothing", async () => {
    const world = await buildDesk((await openTestDatabase()).db);
    const { asKim, asBo, lead, bo } = world;
    const seen = await asBo.get({ leadId: lead.id });
    const stale = { leadId: lead.id, expectedVersion: seen.version };
    const later = "2026-09-03T09:00:00.000Z";
    const steps = [
      {
        first: () => asKim.assign({ ...stale, ownerId: bo.userId }),
        late: [() => asBo.assign({ ...stale, ownerId: null })],
      },
      {
        first: () => asKim.setFollowUp({ ...stale, at: later }),
        late: [
          () => asBo.setFollowUp({ ...stale, at: null }),
          () => asBo.logContact({ ...stale, channel: "phone", outcome: "reached" }),
        ],
      },
      {
        first: () => asKim.changeStatus({ ...stale, to: "contacting" }),
        late: [() => asBo.changeStatus({ ...stale, to: "pre_screening" })],
      },
    ];
    for (const { first, late } of steps) {
      await first();
      const before = await readChanges(world.db);
      for (const each of late) {
        expect(await refusalOf(each())).toMatchObject({
          code: "conflict",
          reason: "stale_version",
        });
      }
      expect(await readChanges(world.db)).toEqual(before);
    }
    expect(await asBo.get({ leadId: lead.id })).toMatchObject({
      ownerId: bo.userId,
      followUpAt: later,
      status: "contacting",
    });
  });

  it("refuses what was decided on a sight whose later steps are no longer known", async () => {
    const { db, asKim, asBo, lead, bo } = await buildDesk((await openTestDatabase()).db);
    const stale = { leadId: lead.id, expectedVersion: 1 };
    await asKim.assign({ ...stale, ownerId: bo.userId });
    await db.deleteFrom("leadChanges").execute();
    expect(await refusalOf(asBo.changeStatus({ ...stale, to: "contacting" }))).toMatchObject({
      code: "conflict",
    });
  });
});
