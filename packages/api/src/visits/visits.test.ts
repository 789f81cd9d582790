import type { Db } from "@studydesk/db/open-database";
import { buildConsent, buildLead } from "@studydesk/db/testing/build-lead";
import { describeOnEveryEngine } from "@studydesk/db/testing/every-engine";
import type { LeadStatus } from "@studydesk/domain/leads/lead-status";
import { expect, it } from "vitest";
import { buildCaller } from "../testing/build-caller";
import { buildDesk, readChanges, refusalOf } from "../testing/build-desk";
import { remindOfVisits } from "./remind-of-visits";

const plan = { minutes: 60, place: "Building C", note: "Bring the MRI" };
const startsAt = "2026-09-15T15:00:00.000Z";

async function buildVisitDesk(db: Db, status: LeadStatus = "visit_scheduled") {
  const desk = await buildDesk(db);
  const { siteId, lead, kim, deps } = desk;
  const set = (changes: { status?: LeadStatus; doNotContact?: 0 | 1 }) =>
    db.updateTable("leads").set(changes).where("id", "=", lead.id).execute();
  await set({ status });
  const other = await buildLead(db, { siteId, status: "in_screening", firstName: "Bela" });
  await buildConsent(db, other);
  const mails = () => db.selectFrom("outbox").selectAll().orderBy("id").execute();
  const kept = () =>
    db.selectFrom("leads").selectAll().where("id", "=", lead.id).executeTakeFirstOrThrow();
  const told = async () => {
    const rows = await db.selectFrom("activities").select("data").orderBy("id").execute();
    return rows.map(({ data }): { kind: string } => JSON.parse(data));
  };
  const { visits } = buildCaller(deps, kim);
  const planned = () => visits.plan({ leadId: lead.id, startsAt, ...plan });
  return { ...desk, other, visits, set, mails, kept, told, planned };
}

/** Of the mail's calendar file, unfolded. */
const calendarLines = (mail: { calendar: string | null } | undefined) =>
  (mail?.calendar ?? "").replaceAll("\r\n ", "").split("\r\n");

describeOnEveryEngine("visits", (openTestDatabase) => {
  it("are planned with a mail and a calendar file, stand on the timeline and come back as a follow-up", async () => {
    const { planned, mails, told, kept, lead, visits } = await buildVisitDesk(
      (await openTestDatabase()).db,
    );
    const { visit, mail, lead: view } = await planned();
    expect(mail).toBe("queued");
    expect(visit).toMatchObject({ startsAt, state: "planned", sequence: 0, ...plan });
    expect(view).toMatchObject({
      followUpAt: "2026-09-15T16:00:00.000Z",
      followUpNote: "Did the person come to the visit?",
    });
    const [sent, ...others] = await mails();
    expect(others).toEqual([]);
    expect(sent).toMatchObject({
      kind: "visit",
      toAddress: "amara.voss@example.org",
      leadId: lead.id,
    });
    expect(calendarLines(sent)).toEqual(
      expect.arrayContaining([
        "METHOD:REQUEST",
        `UID:visit-${visit.id}@localhost`,
        "SEQUENCE:0",
        "DTSTART:20260915T150000Z",
        "LOCATION:Building C",
      ]),
    );
    // Calendars and subject lines are read by others: neither study nor note.
    expect(sent?.subject + (sent?.calendar ?? "")).not.toMatch(/sleep|MRI/);
    expect(sent?.textBody).not.toContain("MRI");
    expect((await told()).at(-1)).toMatchObject({ kind: "visit_planned", visitId: visit.id });
    expect((await kept()).version).toBe(2);
    expect(await visits.list({ leadId: lead.id })).toMatchObject({
      visits: [{ id: visit.id, plannedBy: "Kim Example" }],
      canPlan: true,
      usual: { place: "Building C", minutes: 60 },
    });
  });

  it("are moved and called off under the same UID, with a higher SEQUENCE each time", async () => {
    const { planned, mails, visits } = await buildVisitDesk((await openTestDatabase()).db);
    const { visit } = await planned();
    const to = { ...plan, startsAt: "2026-09-16T15:00:00.000Z" };
    const moving = { visitId: visit.id, expectedSequence: 0, ...to };
    const moved = await visits.move(moving);
    expect(moved.visit).toMatchObject({ sequence: 1, startsAt: to.startsAt });
    expect(await refusalOf(visits.move(moving))).toMatchObject({ code: "conflict" });
    // What the team alone reads is told to nobody.
    const noted = await visits.move({ ...moving, expectedSequence: 1, note: "Fasting" });
    expect(noted).toMatchObject({ mail: null, visit: { sequence: 1, note: "Fasting" } });
    await visits.end({ visitId: visit.id, state: "cancelled" });
    const files = (await mails()).map(calendarLines);
    expect(files).toHaveLength(3);
    const uids = files.map((lines) => lines.find((line) => line.startsWith("UID:")));
    expect(new Set(uids).size).toBe(1);
    expect(files.map((lines) => lines.find((line) => line.startsWith("SEQ")))).toEqual([
      ...["SEQUENCE:0", "SEQUENCE:1", "SEQUENCE:2"],
    ]);
    expect(files[2]).toEqual(expect.arrayContaining(["METHOD:CANCEL", "STATUS:CANCELLED"]));
    expect(await refusalOf(visits.end({ visitId: visit.id, state: "held" }))).toMatchObject({
      reason: "visit_ended",
    });
  });

  it("change no status when the person does not come, and propose to arrange another", async () => {
    const { planned, visits, deps, kept, told, mails } = await buildVisitDesk(
      (await openTestDatabase()).db,
    );
    const { visit } = await planned();
    const end = (state: "held" | "no_show") => visits.end({ visitId: visit.id, state });
    expect(await refusalOf(end("no_show"))).toMatchObject({ reason: "visit_to_come" });
    deps.clock.set("2026-09-15T17:00:00.000Z");
    await end("no_show");
    expect(await kept()).toMatchObject({
      status: "visit_scheduled",
      visitHeldAt: null,
      followUpAt: "2026-09-15T17:00:00.000Z",
      followUpNote: "Missed the visit: call, and arrange another",
    });
    expect((await told()).at(-1)).toMatchObject({ kind: "visit_ended", state: "no_show" });
    // Said too soon: they were late.
    await end("held");
    expect(await kept()).toMatchObject({ visitHeldAt: startsAt });
    await end("no_show");
    expect(await kept()).toMatchObject({ visitHeldAt: null });
    expect(await mails()).toHaveLength(1);
  });

  it("are planned once when the button is pressed twice", async () => {
    const { planned, visits, mails, lead } = await buildVisitDesk((await openTestDatabase()).db);
    const [one, two] = await Promise.all([planned(), planned()]);
    expect(one.visit).toEqual(two.visit);
    expect((await visits.list({ leadId: lead.id })).visits).toHaveLength(1);
    expect(await mails()).toHaveLength(1);
  });

  it("were held first when the earliest of those was that stand", async () => {
    const { planned, visits, deps, kept, lead } = await buildVisitDesk(
      (await openTestDatabase()).db,
    );
    const { visit: first } = await planned();
    const later = "2026-09-16T15:00:00.000Z";
    const second = await visits.plan({ leadId: lead.id, startsAt: later, ...plan });
    deps.clock.set("2026-09-16T17:00:00.000Z");
    await visits.end({ visitId: first.id, state: "held" });
    await visits.end({ visitId: second.visit.id, state: "held" });
    expect(await kept()).toMatchObject({ visitHeldAt: startsAt });
    await visits.end({ visitId: first.id, state: "no_show" });
    expect(await kept()).toMatchObject({ visitHeldAt: later });
    await visits.end({ visitId: second.visit.id, state: "no_show" });
    expect(await kept()).toMatchObject({ visitHeldAt: null });
  });

  it("leave alone a follow-up that somebody set for another reason", async () => {
    const { planned, asKim, lead, kept } = await buildVisitDesk((await openTestDatabase()).db);
    const own = { at: "2026-09-10T09:00:00.000Z", note: "Call the daughter" };
    await asKim.setFollowUp({ leadId: lead.id, ...own, expectedVersion: 1 });
    await planned();
    expect(await kept()).toMatchObject({ followUpAt: own.at, followUpNote: own.note });
  });

  it("are planned in two statuses alone, and not in the past; a refusal leaves everything as it was", async () => {
    for (const status of ["pre_screening", "investigator_review", "enrolled"] as const) {
      const { db, planned } = await buildVisitDesk((await openTestDatabase()).db, status);
      const before = await readChanges(db);
      expect(await refusalOf(planned())).toMatchObject({ reason: "no_visit_now" });
      expect(await readChanges(db)).toEqual(before);
    }
    const { visits, lead, mails } = await buildVisitDesk((await openTestDatabase()).db);
    const past = { leadId: lead.id, ...plan, startsAt: "2026-09-01T11:00:00.000Z" };
    expect(await refusalOf(visits.plan(past))).toMatchObject({ reason: "past" });
    expect(await mails()).toEqual([]);
  });

  it("stand without a word to whoever asked for silence", async () => {
    const { planned, set, mails, visits } = await buildVisitDesk((await openTestDatabase()).db);
    await set({ doNotContact: 1 });
    const { mail, visit } = await planned();
    expect(mail).toBe("may_not");
    await visits.end({ visitId: visit.id, state: "cancelled" });
    expect(await mails()).toEqual([]);
  });

  it("warn of others at the same time and site, and not of themselves or of those that follow", async () => {
    const { planned, visits, lead, other } = await buildVisitDesk((await openTestDatabase()).db);
    const { visit } = await planned();
    const at = (time: string) => ({ leadId: other.id, startsAt: time, minutes: 30 });
    const meets = async (time: string) => (await visits.overlapping(at(time))).length;
    expect(await visits.overlapping(at("2026-09-15T15:45:00.000Z"))).toMatchObject([
      { id: visit.id, leadId: lead.id, firstName: "Amara" },
    ]);
    expect(await meets("2026-09-15T16:00:00.000Z")).toBe(0);
    expect(await meets("2026-09-15T14:30:00.000Z")).toBe(0);
    expect(await meets("2026-09-15T14:31:00.000Z")).toBe(1);
    const itself = { ...at(startsAt), leadId: lead.id, exceptVisitId: visit.id };
    expect(await visits.overlapping(itself)).toEqual([]);
  });

  it("are listed for all of one's sites, those that nobody told of first", async () => {
    const { planned, visits, other, deps } = await buildVisitDesk((await openTestDatabase()).db);
    const { visit } = await planned();
    deps.clock.set("2026-09-15T15:30:00.000Z");
    const next = { leadId: other.id, startsAt: "2026-09-17T15:00:00.000Z", ...plan };
    const later = await visits.plan(next);
    expect(await visits.upcoming()).toMatchObject({
      toTell: [{ id: visit.id, firstName: "Amara" }],
      upcoming: [{ id: later.visit.id, firstName: "Bela" }],
    });
  });
});

describeOnEveryEngine("reminders of visits", (openTestDatabase) => {
  it("go to the person the day before, once", async () => {
    const { db, deps, planned, mails, visits, lead } = await buildVisitDesk(
      (await openTestDatabase()).db,
    );
    await planned();
    deps.clock.set("2026-09-14T14:59:00.000Z");
    expect(await remindOfVisits(deps)).toBe(0);
    deps.clock.set("2026-09-14T15:00:00.000Z");
    expect(await remindOfVisits(deps)).toBe(1);
    expect(await remindOfVisits(deps)).toBe(0);
    const sent = (await mails()).at(-1);
    expect(sent).toMatchObject({ kind: "visit_reminder", calendar: null });
    const { visits: list } = await visits.list({ leadId: lead.id });
    expect(list).toMatchObject([{ remindedAt: "2026-09-14T15:00:00.000Z" }]);
    expect(await db.selectFrom("contactAttempts").selectAll().execute()).toEqual([]);
  });

  it.each([
    ["was called off", { end: true }],
    ["was moved to another day", { to: "2026-09-20T15:00:00.000Z" }],
    ["was moved half a day ago", { to: "2026-09-15T15:30:00.000Z", late: true }],
    ["belongs to somebody who asked for silence", { doNotContact: 1 as const }],
    ["belongs to a lead that was closed meanwhile", { status: "withdrawn" as const }],
  ])("say nothing of a visit that %s", async (_, { end, to, late, ...changes }: Meanwhile) => {
    const { deps, planned, set, visits } = await buildVisitDesk((await openTestDatabase()).db);
    const { visit } = await planned();
    if (late) deps.clock.set("2026-09-14T08:00:00.000Z");
    if (end) await visits.end({ visitId: visit.id, state: "cancelled" });
    const moving = { visitId: visit.id, expectedSequence: 0, ...plan };
    if (to) await visits.move({ ...moving, startsAt: to });
    if (Object.keys(changes).length > 0) await set(changes);
    deps.clock.set("2026-09-14T16:00:00.000Z");
    expect(await remindOfVisits(deps)).toBe(0);
  });
});

interface Meanwhile {
  end?: boolean;
  to?: string;
  late?: boolean;
  doNotContact?: 0 | 1;
  status?: LeadStatus;
}
