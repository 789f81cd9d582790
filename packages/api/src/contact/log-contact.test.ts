import { AsyncLocalStorage } from "node:async_hooks";
import { holdLead } from "@studydesk/db/leads/lead-queries";
import { inTransaction } from "@studydesk/db/open-database";
import { countWaiting } from "@studydesk/db/testing/count-waiting";
import { describeOnEveryEngine } from "@studydesk/db/testing/every-engine";
import { expect, it } from "vitest";
import type { LeadView } from "../leads/lead-view";
import { buildDesk, readChanges, refusalOf } from "../testing/build-desk";

const now = "2026-09-01T12:00:00.000Z";

describeOnEveryEngine("contact attempts", (openTestDatabase, engine) => {
  it("logs a first attempt: counted, the next try set, contacting, and the caller's from now on", async () => {
    const world = await buildDesk((await openTestDatabase()).db);
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
      // Six in the evening where they live: nobody here has answered yet, and people are at home then.
      followUpAt: "2026-09-01T22:00:00.000Z",
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
    const { audit, attempts } = await readChanges(world.db);
    expect(attempts).toMatchObject([{ outcome: "no_answer", byUserId: kim.userId, at: now }]);
    expect(JSON.stringify(audit)).not.toContain("Rang out");
  });

  it.runIf(engine === "postgres")(
    "logs a press once that is sent twice at the same moment (skipped on SQLite: one writes at a time)",
    async () => {
      const { asKim, lead, db } = await buildDesk((await openTestDatabase()).db);
      const press = { leadId: lead.id, channel: "phone", outcome: "no_answer" } as const;
      const outside = AsyncLocalStorage.snapshot();
      const sent: Promise<LeadView>[] = [];
      await inTransaction(db, async (trx) => {
        await holdLead(trx, lead.id);
        for (let time = 0; time < 2; time += 1) {
          sent.push(
            outside(() =>
              asKim.logContact({ ...press, requestKey: "one press", expectedVersion: 1 }),
            ),
          );
        }
        await expect.poll(() => outside(() => countWaiting(db))).toBe(2);
      });
      const [first, second] = await Promise.all(sent);
      expect(second?.changeId).toBe(first?.changeId);
      expect((await readChanges(db)).attempts).toHaveLength(1);
    },
  );

  it("takes the next try that was asked for, or none, and keeps what it is about until they speak", async () => {
    const { asKim, lead, deps } = await buildDesk((await openTestDatabase()).db);
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
    const world = await buildDesk((await openTestDatabase()).db);
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
    const before = await readChanges(world.db);
    const call = asKim.logContact({ ...attempt, outcome: "reached", expectedVersion: 2 });
    expect(await refusalOf(call)).toEqual({
      code: "rule_broken",
      reason: "do_not_contact",
      details: { needsReason: false },
    });
    expect(await readChanges(world.db)).toEqual(before);
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

  it("counts one of two attempts logged at once on the same version", async () => {
    const world = await buildDesk((await openTestDatabase()).db);
    const { asKim, asBo, lead } = world;
    const attempt = { leadId: lead.id, channel: "phone", expectedVersion: 1 } as const;
    const results = await Promise.all([
      refusalOf(asKim.logContact({ ...attempt, outcome: "no_answer" })),
      refusalOf(asBo.logContact({ ...attempt, outcome: "reached" })),
    ]);
    expect(results.filter((refusal) => refusal === undefined)).toHaveLength(1);
    expect(results).toContainEqual({
      code: "conflict",
      reason: "stale_version",
      details: { currentVersion: 2 },
    });
    const { leads, attempts, audit, events } = await readChanges(world.db);
    expect(leads).toMatchObject([{ attemptCount: 1, version: 2 }]);
    expect([attempts, audit, events].map((rows) => rows.length)).toEqual([1, 1, 1]);
    expect(leads[0]?.ownerId).toBe(attempts[0]?.byUserId);
  });
});
