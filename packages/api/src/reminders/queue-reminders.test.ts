import type { Db } from "@studydesk/db/open-database";
import { buildLead } from "@studydesk/db/testing/build-lead";
import { buildPerson, buildSite } from "@studydesk/db/testing/build-people";
import { describeOnEveryEngine } from "@studydesk/db/testing/every-engine";
import { expect, it } from "vitest";
import { buildCaller } from "../testing/build-caller";
import { buildDeps } from "../testing/build-deps";
import { queueReminders } from "./queue-reminders";

async function buildTeam(db: Db) {
  const deps = buildDeps(db);
  const { id: siteId } = await buildSite(db);
  const kim = await buildPerson(db, { role: "coordinator", siteId, email: "kim@example.org" });
  const bo = await buildPerson(db, { role: "admin", siteId, email: "bo@example.org" });
  const due = (followUpAt: string, change: { ownerId?: string; status?: "declined" } = {}) =>
    buildLead(db, { siteId, followUpAt, status: "contacting", ...change });
  const mails = async () =>
    (await db.selectFrom("outbox").selectAll().orderBy("id").execute()).map((mail) => ({
      to: mail.toAddress,
      subject: mail.subject,
      text: mail.textBody,
      kind: mail.kind,
    }));
  return { db, deps, siteId, kim, bo, due, mails };
}

describeOnEveryEngine("reminders of follow-ups", (openTestDatabase) => {
  it("go out as one mail at the quarter of an hour, with numbers and links alone, and once", async () => {
    const { deps, due, mails, kim } = await buildTeam((await openTestDatabase()).db);
    const one = await due("2026-09-01T11:50:00.000Z", { ownerId: kim.userId });
    const two = await due("2026-09-01T12:00:00.000Z", { ownerId: kim.userId });
    await due("2026-09-01T12:07:00.000Z", { ownerId: kim.userId });
    expect(await queueReminders(deps)).toBe(1);
    deps.clock.set("2026-09-01T12:09:00.000Z");
    expect(await queueReminders(deps)).toBe(0);
    const [mail, ...others] = await mails();
    expect(others).toEqual([]);
    expect(mail).toMatchObject({
      to: "kim@example.org",
      kind: "follow_up_reminder",
      subject: "2 follow-ups are due",
    });
    for (const { id } of [one, two]) {
      expect(mail?.text).toContain(`Lead ${id}: http://localhost:3000/desk/leads/${id}`);
    }
    expect(JSON.stringify(mail)).not.toMatch(/Amara|Voss|amara/);
    deps.clock.set("2026-09-01T12:15:00.000Z");
    expect(await queueReminders(deps)).toBe(1);
    expect((await mails()).at(-1)?.subject).toMatch(/^The follow-up of lead \d+ is due$/);
  });

  it("go to the coordinators where nobody owns the lead, or its owner has left", async () => {
    const { db, deps, due, mails, bo } = await buildTeam((await openTestDatabase()).db);
    const gone = await buildPerson(db, { email: "gone@example.org" });
    await due("2026-09-01T11:50:00.000Z");
    await due("2026-09-01T11:51:00.000Z", { ownerId: gone.userId });
    await due("2026-09-01T11:52:00.000Z", { ownerId: bo.userId });
    await queueReminders(deps);
    expect((await mails()).map(({ to, subject }) => [to, subject])).toEqual([
      ["bo@example.org", expect.stringContaining("The follow-up of lead")],
      ["kim@example.org", "2 follow-ups are due"],
    ]);
  });

  it("leave out closed leads, people who asked for silence, and what fell due long ago", async () => {
    const { db, deps, due, mails } = await buildTeam((await openTestDatabase()).db);
    await due("2026-09-01T11:50:00.000Z", { status: "declined" });
    await due("2026-08-20T11:50:00.000Z");
    const silent = await due("2026-09-01T11:50:00.000Z");
    await db.updateTable("leads").set({ doNotContact: 1 }).where("id", "=", silent.id).execute();
    expect(await queueReminders(deps)).toBe(0);
    expect(await mails()).toEqual([]);
  });

  it("come again for a lead that is planned anew", async () => {
    const { db, deps, due, mails } = await buildTeam((await openTestDatabase()).db);
    const { id } = await due("2026-09-01T11:50:00.000Z");
    await queueReminders(deps);
    const followUpAt = "2026-09-01T13:00:00.000Z";
    await db.updateTable("leads").set({ followUpAt }).where("id", "=", id).execute();
    deps.clock.set("2026-09-01T13:01:00.000Z");
    await queueReminders(deps);
    expect(await mails()).toHaveLength(2);
  });

  it("are written once by two servers, and made up for after one was down", async () => {
    const { deps, due, mails } = await buildTeam((await openTestDatabase()).db);
    for (const minute of [10, 20, 30]) await due(`2026-08-31T0${minute % 7}:${minute}:00.000Z`);
    const queued = await Promise.all([queueReminders(deps), queueReminders(deps)]);
    expect(queued.reduce((sum, each) => sum + each)).toBe(1);
    expect(await mails()).toMatchObject([{ subject: "3 follow-ups are due" }]);
  });

  it("are not written to who turned them off, and stand in the desk nevertheless", async () => {
    const { deps, due, mails, kim } = await buildTeam((await openTestDatabase()).db);
    const asKim = buildCaller(deps, kim).reminders;
    expect(await asKim.settings()).toEqual({ byMail: true });
    await asKim.set({ byMail: false });
    await asKim.set({ byMail: false });
    expect(await asKim.settings()).toEqual({ byMail: false });
    const lead = await due("2026-09-01T11:50:00.000Z", { ownerId: kim.userId });
    await due("2026-09-03T11:50:00.000Z", { ownerId: kim.userId });
    expect(await queueReminders(deps)).toBe(0);
    expect(await mails()).toEqual([]);
    expect(await asKim.mine()).toMatchObject([{ leadId: lead.id, firstName: "Amara" }]);
    await asKim.set({ byMail: true });
    expect(await asKim.settings()).toEqual({ byMail: true });
  });
});
