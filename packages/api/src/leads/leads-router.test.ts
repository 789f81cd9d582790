import { buildConsent, buildLead } from "@studydesk/db/testing/build-lead";
import { buildPerson } from "@studydesk/db/testing/build-people";
import { describeOnEveryEngine } from "@studydesk/db/testing/every-engine";
import { expect, it } from "vitest";
import { buildCaller } from "../testing/build-caller";
import { buildDesk, refusalOf } from "../testing/build-desk";

describeOnEveryEngine("leads", (openTestDatabase) => {
  it("opens a lead with what its reader may do, where it may go and whether to call now", async () => {
    const { asKim, lead } = await buildDesk((await openTestDatabase()).db);
    expect(await asKim.get({ leadId: lead.id })).toMatchObject({
      id: lead.id,
      firstName: "Amara",
      siteName: "Springfield General",
      isPastPromise: true,
      abilities: { changeStatus: true, logContact: true, assign: true, writeNote: true },
      mayContact: { answer: "yes", reason: "ok" },
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
    const { deps, db, siteId, lead } = await buildDesk((await openTestDatabase()).db);
    const doctor = await buildPerson(db, { role: "investigator", siteId });
    expect(await buildCaller(deps, doctor).leads.get({ leadId: lead.id })).toMatchObject({
      abilities: { changeStatus: false, logContact: false, writeNote: true },
      moves: [],
    });
  });

  it("keeps who opened a lead once an hour, and rows of a list not at all", async () => {
    const { asKim, asBo, deps, lead, kim, bo, db } = await buildDesk((await openTestDatabase()).db);
    const openings = async () => {
      const rows = await db.selectFrom("audit").selectAll().orderBy("sequence").execute();
      return rows.map(({ action, actorId, subjectId }) => [action, actorId, subjectId]);
    };
    await asKim.list({});
    await asKim.counts();
    expect(await openings()).toEqual([]);
    await asKim.get({ leadId: lead.id });
    await asKim.get({ leadId: lead.id });
    await asKim.next({});
    const byKim = ["lead.opened", kim.userId, String(lead.id)];
    expect(await openings()).toEqual([byKim]);
    await asBo.get({ leadId: lead.id });
    deps.clock.advance(3_600_001);
    await asKim.next({});
    expect(await openings()).toEqual([byKim, ["lead.opened", bo.userId, String(lead.id)], byKim]);
  });

  it("pages through the list by a cursor that names nobody, and refuses one of another order", async () => {
    const { asKim, db, siteId } = await buildDesk((await openTestDatabase()).db);
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
    const { asKim, lead, db, siteId } = await buildDesk((await openTestDatabase()).db);
    const fresh = await buildLead(db, { siteId, createdAt: "2026-09-01T10:00:00.000Z" });
    const first = await asKim.next({});
    expect(first).toMatchObject({
      lead: { id: lead.id },
      why: {
        kind: "past_promise",
        sentence: "Waiting for 26 hours; the promise is 24 hours.",
      },
      last: [],
    });
    expect(await asKim.next({ skipLeadIds: [lead.id] })).toMatchObject({
      lead: { id: fresh.id },
      why: { kind: "new" },
    });
    const none = await asKim.next({ skipLeadIds: [lead.id, fresh.id] });
    expect(none).toEqual({ lead: null, why: null, last: [], nextTries: {}, wantedBy: null });
    expect(await asKim.queue({})).toMatchObject({ waiting: 2, pastPromise: 1 });
  });

  it("brings whoever may be called at this hour first, and sleepers only when nobody else is left", async () => {
    const { asKim, lead, db, siteId } = await buildDesk((await openTestDatabase()).db);
    await db.updateTable("leads").set({ timeZone: "America/Chicago" }).execute();
    const awake = await buildLead(db, { siteId, timeZone: "Europe/Paris" });
    await buildConsent(db, awake);
    expect((await asKim.next({})).lead?.id).toBe(awake.id);
    expect((await asKim.next({ skipLeadIds: [awake.id] })).lead?.id).toBe(lead.id);
  });
});
