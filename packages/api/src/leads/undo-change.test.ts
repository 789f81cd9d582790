import { AsyncLocalStorage } from "node:async_hooks";
import { lockAuditHead } from "@studydesk/db/dialect";
import { holdLead } from "@studydesk/db/leads/lead-queries";
import { inTransaction } from "@studydesk/db/open-database";
import { deleteRole } from "@studydesk/db/people/role-queries";
import { countWaiting } from "@studydesk/db/testing/count-waiting";
import { describeOnEveryEngine } from "@studydesk/db/testing/every-engine";
import { expect, it } from "vitest";
import { buildCaller } from "../testing/build-caller";
import { buildDesk, readChanges, refusalOf } from "../testing/build-desk";

describeOnEveryEngine("taking a change back", (openTestDatabase, engine) => {
  const open = async () => buildDesk((await openTestDatabase()).db);

  it("brings back status, since, reason and follow-up exactly as they were", async () => {
    const { asKim, lead, deps, db, kim, siteId } = await open();
    const at = "2026-09-05T09:00:00.000Z";
    await step(asKim.setFollowUp({ leadId: lead.id, at, note: "MRI date", expectedVersion: 1 }));
    const [before] = (await readChanges(db)).leads;
    deps.clock.advance(60_000);
    const declined = await step(
      asKim.changeStatus({ leadId: lead.id, to: "declined", reason: "travel", expectedVersion: 2 }),
    );
    deps.clock.advance(60_000);
    const undone = await asKim.undo({ changeId: declined });
    expect(undone).toMatchObject({
      isWhole: true,
      sentence: "Taken back: the status and the follow-up.",
      lead: { version: 4, followUpNote: "MRI date", abilities: { changeStatus: true } },
    });
    const { leads, activities, audit, events } = await readChanges(db);
    expect(leads[0]).toEqual({ ...before, version: 4 });
    expect(JSON.parse(activities.at(-1)?.data ?? "")).toEqual({
      kind: "change_undone",
      fields: ["status", "follow_up"],
      status: "new",
      attemptId: null,
      again: false,
    });
    expect(audit.at(-1)).toMatchObject({
      action: "lead.change_undone",
      actorId: kim.userId,
      siteId,
    });
    expect(events.at(-1)).toMatchObject({ kind: "lead", subjectId: String(lead.id) });
    expect(JSON.stringify([audit, events, activities.at(-1)])).not.toContain("MRI");
  });

  it("gives the lead back to nobody who does not work at its site any more", async () => {
    const { asKim, lead, db, bo, kim, siteId } = await open();
    const { id: leadId } = lead;
    await asKim.assign({ leadId, ownerId: bo.userId, expectedVersion: 1 });
    const taken = await step(asKim.assign({ leadId, ownerId: kim.userId, expectedVersion: 2 }));
    await deleteRole(db, { userId: bo.userId, siteId, role: "admin" });
    expect(await refusalOf(asKim.undo({ changeId: taken }))).toMatchObject({
      reason: "owner_gone",
    });
    expect((await readChanges(db)).leads).toMatchObject([{ ownerId: kim.userId, version: 3 }]);
  });

  it.runIf(engine === "postgres")(
    "waits for whoever is at the lead before it takes a mail back (skipped on SQLite: one writes at a time)",
    async () => {
      const { asKim, lead, db } = await open();
      const written = await step(
        asKim.writeTo({
          ...{ leadId: lead.id, expectedVersion: 1, language: "en" },
          ...{ subject: "Your visit", body: "See you." },
        }),
      );
      const outside = AsyncLocalStorage.snapshot();
      const undoing = await inTransaction(db, async (trx) => {
        await holdLead(trx, lead.id);
        const taken = outside(() => asKim.undo({ changeId: written }));
        taken.catch(() => {});
        await expect.poll(() => outside(() => countWaiting(db))).toBe(1);
        // As every change does at its end.
        await lockAuditHead(trx);
        return { taken };
      });
      expect(await undoing.taken).toMatchObject({ isWhole: true, lead: { attemptCount: 0 } });
      expect(await db.selectFrom("outbox").selectAll().execute()).toEqual([]);
    },
  );

  it("takes a logged contact back: it counts nowhere, and the timeline says so", async () => {
    const { asKim, lead, db, deps } = await open();
    const [before] = (await readChanges(db)).leads;
    const call = { leadId: lead.id, channel: "phone", outcome: "callback_requested" } as const;
    const logged = await step(asKim.logContact({ ...call, expectedVersion: 1 }));
    deps.clock.advance(60_000);
    const undone = await asKim.undo({ changeId: logged });
    expect(undone.sentence).toBe(
      "Taken back: the logged contact, the status, the owner, and the follow-up.",
    );
    const { leads, attempts } = await readChanges(db);
    expect(leads[0]).toEqual({ ...before, version: 3 });
    expect(attempts).toMatchObject([{ takenBackAt: "2026-09-01T12:01:00.000Z" }]);
    const timeline = await asKim.timeline({ leadId: lead.id });
    expect(timeline.map(({ activity, isTakenBack }) => [activity.kind, isTakenBack])).toEqual([
      ["change_undone", false],
      ["contact_attempted", true],
      ["status_changed", false],
      ["owner_changed", false],
    ]);
  });

  it("leaves a colleague's attempt its place when an earlier one is taken back", async () => {
    const { asKim, asBo, lead, deps } = await open();
    const call = { leadId: lead.id, channel: "phone" } as const;
    const mine = await step(asKim.logContact({ ...call, outcome: "reached", expectedVersion: 1 }));
    deps.clock.advance(3_600_000);
    await step(asBo.logContact({ ...call, outcome: "replied", expectedVersion: 2 }));
    const undone = await asKim.undo({ changeId: mine });
    const theirs = "2026-09-01T13:00:00.000Z";
    expect(undone.lead).toMatchObject({
      attemptCount: 1,
      firstAttemptAt: theirs,
      lastAttemptAt: theirs,
      firstContactAt: theirs,
      status: "new",
      ownerId: null,
    });
  });

  it("leaves what somebody wrote since, and names it and them", async () => {
    const { asKim, asBo, lead, bo } = await open();
    const call = { leadId: lead.id, channel: "phone", outcome: "no_answer" } as const;
    const mine = await step(asKim.logContact({ ...call, expectedVersion: 1 }));
    await step(asBo.changeStatus({ leadId: lead.id, to: "pre_screening", expectedVersion: 2 }));
    await step(asBo.assign({ leadId: lead.id, ownerId: bo.userId, expectedVersion: 3 }));
    const undone = await asKim.undo({ changeId: mine });
    expect(undone).toMatchObject({
      isWhole: false,
      sentence:
        "Taken back: the logged contact and the follow-up. The status and the owner stay: Bo Example changed them since.",
      lead: { status: "pre_screening", ownerId: bo.userId, attemptCount: 0, followUpAt: null },
    });
  });

  it("takes nothing back where all of it was written since, and changes nothing", async () => {
    const { asKim, asBo, lead, db, bo } = await open();
    const mine = await step(
      asKim.assign({ leadId: lead.id, ownerId: bo.userId, expectedVersion: 1 }),
    );
    await step(asBo.assign({ leadId: lead.id, ownerId: null, expectedVersion: 2 }));
    // The same value again is still somebody else's decision.
    await step(asBo.assign({ leadId: lead.id, ownerId: bo.userId, expectedVersion: 3 }));
    const before = await readChanges(db);
    expect(await refusalOf(asKim.undo({ changeId: mine }))).toEqual({
      code: "rule_broken",
      reason: "changed_since",
    });
    expect(await readChanges(db)).toEqual(before);
  });

  it("takes back step by step what one person did in a row", async () => {
    const { asKim, lead, db, deps } = await open();
    const [before] = (await readChanges(db)).leads;
    const first = await step(
      asKim.changeStatus({ leadId: lead.id, to: "contacting", expectedVersion: 1 }),
    );
    deps.clock.advance(1000);
    const second = await step(
      asKim.changeStatus({ leadId: lead.id, to: "pre_screening", expectedVersion: 2 }),
    );
    deps.clock.advance(1000);
    await asKim.undo({ changeId: second });
    await asKim.undo({ changeId: first });
    expect((await readChanges(db)).leads[0]).toEqual({ ...before, version: 5 });
  });

  it("does again what was taken back, and never takes the same change back twice", async () => {
    const { asKim, lead, db } = await open();
    const call = { leadId: lead.id, channel: "phone", outcome: "reached" } as const;
    const mine = await step(asKim.logContact({ ...call, expectedVersion: 1 }));
    const [logged] = (await readChanges(db)).leads;
    const undone = await asKim.undo({ changeId: mine });
    expect(await refusalOf(asKim.undo({ changeId: mine }))).toMatchObject({
      reason: "undone_already",
    });
    const again = await asKim.undo({ changeId: undone.lead.changeId ?? 0 });
    expect(again.sentence).toBe("Done again: the logged contact, the status, and the owner.");
    const { leads, attempts } = await readChanges(db);
    expect(leads[0]).toEqual({ ...logged, version: 4 });
    expect(attempts).toMatchObject([{ takenBackAt: null }]);
  });

  it("is nobody else's to do, and ends with the session's life", async () => {
    const { asKim, asBo, lead, kim, deps, siteId, db } = await open();
    const mine = await step(
      asKim.changeStatus({ leadId: lead.id, to: "contacting", expectedVersion: 1 }),
    );
    const before = await readChanges(db);
    for (const changeId of [mine, mine + 99]) {
      expect(await refusalOf(asBo.undo({ changeId }))).toMatchObject({ code: "not_found" });
    }
    const reader = { ...kim, roles: [{ siteId, role: "investigator" as const }] };
    const asReader = buildCaller(deps, reader).leads;
    expect(await refusalOf(asReader.undo({ changeId: mine }))).toMatchObject({ code: "forbidden" });
    deps.clock.advance(12 * 3_600_000 + 1);
    expect(await refusalOf(asReader.undo({ changeId: mine }))).toMatchObject({
      reason: "too_late",
    });
    expect(await readChanges(db)).toEqual(before);
  });

  it("never reopens a lead nor lifts silence for a person who took the consent back", async () => {
    const { asKim, lead, db } = await open();
    const call = { leadId: lead.id, channel: "phone", outcome: "do_not_contact" } as const;
    const silenced = await step(asKim.logContact({ ...call, expectedVersion: 1 }));
    const declined = await step(
      asKim.changeStatus({
        leadId: lead.id,
        to: "declined",
        reason: "privacy",
        expectedVersion: 2,
      }),
    );
    await db.updateTable("consents").set({ withdrawnAt: "2026-09-01T12:00:00.000Z" }).execute();
    expect(await refusalOf(asKim.undo({ changeId: declined }))).toMatchObject({
      reason: "changed_since",
    });
    const undone = await asKim.undo({ changeId: silenced });
    expect(undone.lead).toMatchObject({ doNotContact: true, status: "declined", attemptCount: 0 });
    expect(undone.sentence).toContain("the person took back the consent to be contacted");
  });
});

/** The change's id, out of the answer to it. */
async function step(answer: Promise<{ changeId?: number }>): Promise<number> {
  const { changeId } = await answer;
  if (changeId === undefined) throw new Error("The answer names no change.");
  return changeId;
}
