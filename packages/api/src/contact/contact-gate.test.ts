import { describeOnEveryEngine } from "@studydesk/db/testing/every-engine";
import { expect, it } from "vitest";
import { buildDesk, readChanges, refusalOf } from "../testing/build-desk";

describeOnEveryEngine("the contact gate at the server", (openTestDatabase) => {
  it("asks for a reason by night where the person lives, keeps it, and wants none by day", async () => {
    const { db, deps, asKim, lead } = await buildDesk((await openTestDatabase()).db);
    // Eleven at night in New York.
    deps.clock.set("2026-09-02T03:00:00.000Z");
    const call = { leadId: lead.id, channel: "phone", outcome: "no_answer" } as const;
    const before = await readChanges(db);
    expect(await refusalOf(asKim.logContact({ ...call, expectedVersion: 1 }))).toEqual({
      code: "rule_broken",
      reason: "quiet_hours",
      details: { needsReason: true },
    });
    expect(await readChanges(db)).toEqual(before);
    await asKim.logContact({ ...call, despite: "logged_later", expectedVersion: 1 });
    deps.clock.set("2026-09-02T14:00:00.000Z");
    await asKim.logContact({ ...call, despite: "logged_later", expectedVersion: 2 });
    const { attempts } = await readChanges(db);
    expect(attempts.map(({ despite }) => despite)).toEqual(["logged_later", null]);
    const [newest, , first] = await asKim.timeline({ leadId: lead.id });
    expect(newest?.activity).not.toHaveProperty("despite");
    expect(first).toBeDefined();
  });

  it("counts no attempt that was taken back", async () => {
    const { deps, asKim, lead } = await buildDesk((await openTestDatabase()).db);
    deps.clock.set("2026-09-01T13:00:00.000Z");
    const call = { leadId: lead.id, channel: "phone", outcome: "no_answer" } as const;
    let version = 1;
    for (const _ of [1, 2, 3]) {
      const { changeId, version: next } = await asKim.logContact({
        ...call,
        expectedVersion: version,
      });
      version = next;
      if (_ === 3) version = (await asKim.undo({ changeId: changeId ?? 0 })).lead.version;
    }
    expect((await asKim.get({ leadId: lead.id })).mayContact.answer).toBe("yes");
    const third = await asKim.logContact({ ...call, expectedVersion: version });
    expect(third.mayContact).toMatchObject({ answer: "ask", reason: "too_many_today" });
    const fourth = asKim.logContact({ ...call, expectedVersion: third.version });
    expect(await refusalOf(fourth)).toMatchObject({ reason: "too_many_today" });
  });

  it("refuses whom nobody may call: without consent, and declined unless they got in touch", async () => {
    const { db, asKim, lead } = await buildDesk((await openTestDatabase()).db);
    const call = { leadId: lead.id, channel: "phone", outcome: "reached" } as const;
    await db.updateTable("leads").set({ status: "declined" }).execute();
    const declined = { ...call, expectedVersion: 1 };
    expect(await refusalOf(asKim.logContact(declined))).toMatchObject({ reason: "declined" });
    await asKim.logContact({ ...declined, despite: "they_got_in_touch" });
    await db.deleteFrom("consents").execute();
    const silent = asKim.logContact({ ...call, expectedVersion: 2, despite: "they_asked" });
    expect(await refusalOf(silent)).toMatchObject({ reason: "no_consent" });
  });
});
