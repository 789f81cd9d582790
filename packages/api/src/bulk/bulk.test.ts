import { openDatabase } from "@studydesk/db/open-database";
import { addTemplate } from "@studydesk/db/templates/template-queries";
import { buildConsent, buildLead } from "@studydesk/db/testing/build-lead";
import { buildPerson, buildSite } from "@studydesk/db/testing/build-people";
import { describeOnEveryEngine } from "@studydesk/db/testing/every-engine";
import type { LeadStatus } from "@studydesk/domain/leads/lead-status";
import { expect, it } from "vitest";
import { buildCaller } from "../testing/build-caller";
import { buildCrowd, failAtOnce, readLeads, workAll } from "../testing/build-crowd";
import { readChanges, refusalOf } from "../testing/build-desk";
import { workOnJobs } from "./work-on-jobs";

const statuses: LeadStatus[] = ["new"];
const allNew = { kind: "matching" as const, filters: { statuses } };

describeOnEveryEngine("a job over many leads", (openTestDatabase) => {
  const open = async (count = 3) => buildCrowd((await openTestDatabase()).db, count);

  it("changes all that matched when it began, in chunks, each with its audit row and none with an event", async () => {
    const { db, deps, asKim, bo, kim, siteId, studyId, leadIds } = await open(52);
    const job = await asKim.bulk.start({
      task: { kind: "assign", ownerId: bo.userId },
      selection: { ...allNew, exceptIds: leadIds.slice(0, 1) },
    });
    expect(job).toMatchObject({ total: 51, done: 0, refused: 0, status: "running" });
    const late = await buildLead(db, { siteId, studyId });
    expect(await workAll(deps)).toBe(2);
    expect(await asKim.bulk.list()).toMatchObject([
      { id: job.id, status: "done", done: 51, refused: 0, canUndo: true, isUndone: false },
    ]);
    const { leads, audit, events, activities } = await readChanges(db);
    const unowned = leads.filter(({ ownerId }) => ownerId === null).map(({ id }) => id);
    expect(unowned).toEqual([leadIds[0], late.id]);
    expect(activities).toHaveLength(51);
    expect(audit.map(({ action }) => action)).toEqual([
      "leads.bulk_started",
      ...Array.from({ length: 51 }, () => "lead.owner_changed"),
    ]);
    expect(JSON.parse(audit[1]?.details ?? "")).toEqual({
      from: null,
      to: bo.userId,
      jobId: job.id,
    });
    expect(events).toMatchObject(
      [1, 2].map(() => ({ kind: "leads", subjectId: String(siteId), byUserId: kim.userId })),
    );
  });

  it("goes through the guards of each lead, and lists who stayed as they were and why", async () => {
    const { db, deps, asKim, leadIds } = await open(3);
    const [first = 0, second = 0, third = 0] = leadIds;
    await asKim.leads.changeStatus({ leadId: second, to: "pre_screening", expectedVersion: 1 });
    await db
      .updateTable("leads")
      .set({ erasedAt: deps.now().toISOString() })
      .where("id", "=", third)
      .execute();
    const job = await asKim.bulk.start({
      task: { kind: "status", to: "invalid", reason: "spam" },
      selection: { kind: "picked", leadIds },
    });
    await workAll(deps);
    expect(await asKim.bulk.list()).toMatchObject([{ status: "done", done: 1, refused: 2 }]);
    const { rows, nextCursor } = await asKim.bulk.refusals({ jobId: job.id });
    expect(nextCursor).toBeNull();
    expect(rows).toMatchObject([
      { leadId: second, isWhole: true, lastName: "Voss" },
      { leadId: third, isWhole: true },
    ]);
    expect(rows[0]?.sentence).toMatch(/^A lead cannot go there from where it is/);
    expect(rows[1]?.sentence).toMatch(/^This lead was erased/);
    const leads = await readLeads(db);
    expect(leads.map(({ id, status }) => [id, status])).toEqual([
      [first, "invalid"],
      [second, "pre_screening"],
      [third, "new"],
    ]);
  });

  it("touches no other site's leads, and is begun by nobody who works on none", async () => {
    const { db, deps, asKim, siteId, bo } = await open(1);
    const { id: otherId } = await buildSite(db);
    const theirs = await buildLead(db, { siteId: otherId });
    const task = { kind: "assign", ownerId: bo.userId } as const;
    const picked = { kind: "picked" as const, leadIds: [theirs.id] };
    expect(await refusalOf(asKim.bulk.start({ task, selection: picked }))).toEqual({
      code: "not_found",
      reason: undefined,
    });
    await asKim.bulk.start({ task, selection: { kind: "matching", filters: {} } });
    await workAll(deps);
    const untouched = (await readLeads(db)).find(({ id }) => id === theirs.id);
    expect(untouched).toEqual(theirs);
    const reader = await buildPerson(db, { role: "investigator", siteId });
    const asReader = buildCaller(deps, reader).bulk;
    expect(await refusalOf(asReader.start({ task, selection: picked }))).toMatchObject({
      code: "forbidden",
    });
  });

  it("changes nothing more for a person who lost the role meanwhile", async () => {
    const { db, deps, asKim, kim, bo, leadIds } = await open(2);
    await asKim.bulk.start({
      task: { kind: "assign", ownerId: bo.userId },
      selection: { kind: "picked", leadIds },
    });
    const before = await readLeads(db);
    await db.deleteFrom("siteRoles").where("userId", "=", kim.userId).execute();
    await workAll(deps);
    expect(await readLeads(db)).toEqual(before);
    expect(await asKim.bulk.list()).toMatchObject([{ status: "done", done: 0, refused: 2 }]);
  });

  it("goes on after a crash in the middle, and does no lead twice", async () => {
    const { db, url } = await openTestDatabase();
    const { deps, asKim, bo, leadIds } = await buildCrowd(db, 70);
    await asKim.bulk.start({
      task: { kind: "assign", ownerId: bo.userId },
      selection: { kind: "picked", leadIds },
    });
    await workOnJobs(deps, 0, failAtOnce);
    // The program ends amid the second chunk: its connection is gone with all that the chunk wrote.
    const second = openDatabase(url);
    let items = 0;
    const dying = {
      ...deps,
      db: second,
      get baseUrl() {
        items += 1;
        if (items === 10) {
          void second.destroy();
          throw new Error("killed");
        }
        return deps.baseUrl;
      },
    };
    await expect(workOnJobs(dying, 0, () => {})).rejects.toThrow();
    expect(items).toBe(10);
    expect(await asKim.bulk.list()).toMatchObject([{ status: "running", done: 50 }]);
    await workAll(deps);
    expect(await asKim.bulk.list()).toMatchObject([{ status: "done", done: 70 }]);
    const { leads, activities } = await readChanges(db);
    expect(new Set(leads.map(({ version }) => version))).toEqual(new Set([2]));
    expect(activities).toHaveLength(70);
  });

  it("stops where it is told to, and takes back what it did until then", async () => {
    const { db, deps, asKim, bo } = await open(60);
    const before = await readLeads(db);
    const job = await asKim.bulk.start({
      task: { kind: "assign", ownerId: bo.userId },
      selection: allNew,
    });
    await workOnJobs(deps, 0, failAtOnce);
    expect(await asKim.bulk.stop({ jobId: job.id })).toMatchObject({ status: "stopped", done: 50 });
    expect(await workAll(deps)).toBe(0);
    const undo = await asKim.bulk.undo({ jobId: job.id });
    expect(undo).toMatchObject({ total: 50, undoes: job.id, task: { kind: "undo", of: "assign" } });
    await workAll(deps);
    expect(withoutVersion(await readLeads(db))).toEqual(withoutVersion(before));
  });

  it("is taken back at once while it runs, never twice, and can be done again", async () => {
    const { db, deps, asKim, asBo, bo } = await open(60);
    const before = await readLeads(db);
    const job = await asKim.bulk.start({
      task: { kind: "assign", ownerId: bo.userId },
      selection: allNew,
    });
    expect(await refusalOf(asKim.bulk.undo({ jobId: job.id }))).toMatchObject({
      reason: "nothing_done",
    });
    await workOnJobs(deps, 0, failAtOnce);
    const undo = await asKim.bulk.undo({ jobId: job.id });
    expect(await refusalOf(asKim.bulk.undo({ jobId: job.id }))).toMatchObject({
      reason: "undone_already",
    });
    expect(await refusalOf(asBo.bulk.undo({ jobId: job.id }))).toMatchObject({ code: "not_found" });
    await workAll(deps);
    expect(withoutVersion(await readLeads(db))).toEqual(withoutVersion(before));
    await asKim.bulk.undo({ jobId: undo.id });
    await workAll(deps);
    const again = await readLeads(db);
    expect(again.filter(({ ownerId }) => ownerId === bo.userId)).toHaveLength(50);
    deps.clock.advance(12 * 3_600_000);
    expect(await refusalOf(asKim.bulk.undo({ jobId: undo.id }))).toMatchObject({
      reason: "too_late",
    });
  });

  it("mails a template in each person's language, past the gate of each, and takes back what waits", async () => {
    const { db, deps, asKim, bo, siteId, leadIds } = await open(3);
    const [spanish = 0, english = 0, silent = 0] = leadIds;
    for (const lead of await readLeads(db)) {
      if (lead.id !== silent) await buildConsent(db, lead);
    }
    await db.updateTable("leads").set({ language: "es" }).where("id", "=", spanish).execute();
    for (const language of ["en", "es"]) {
      await addTemplate(db, {
        ...{ siteId, name: "Hello", language, subject: `Subject ${language}`, body: "Hello" },
        at: deps.now().toISOString(),
        byUserId: bo.userId,
      });
    }
    const job = await asKim.bulk.start({
      task: { kind: "mail", template: "Hello", language: "en" },
      selection: { kind: "picked", leadIds },
    });
    await workAll(deps);
    const readMail = () =>
      db.selectFrom("outbox").select(["leadId", "subject", "status"]).orderBy("id").execute();
    expect(await readMail()).toMatchObject([
      { leadId: spanish, subject: "Subject es" },
      { leadId: english, subject: "Subject en" },
    ]);
    const { rows } = await asKim.bulk.refusals({ jobId: job.id });
    expect(rows).toMatchObject([{ leadId: silent }]);
    expect(rows[0]?.sentence).toMatch(/^No consent to contact/);
    await asKim.bulk.undo({ jobId: job.id });
    await workAll(deps);
    expect((await readMail()).filter(({ status }) => status === "queued")).toEqual([]);
    expect((await readLeads(db)).map(({ attemptCount }) => attemptCount)).toEqual([0, 0, 0]);
  });

  it("says how many of the picked leads are not in the list any more", async () => {
    const { asKim, leadIds } = await open(3);
    const [first = 0] = leadIds;
    await asKim.leads.changeStatus({ leadId: first, to: "contacting", expectedVersion: 1 });
    const { filters } = allNew;
    expect(await asKim.bulk.outside({ leadIds, filters })).toBe(1);
    expect(await asKim.bulk.outside({ leadIds, filters: { search: "voss" } })).toBe(0);
  });

  it("leaves each job its turn", async () => {
    const { deps, asKim, asBo, bo, leadIds } = await open(60);
    const long = await asKim.bulk.start({
      task: { kind: "assign", ownerId: bo.userId },
      selection: allNew,
    });
    const short = await asBo.bulk.start({
      task: { kind: "follow_up", at: "2026-09-04T09:00:00.000Z" },
      selection: { kind: "picked", leadIds: leadIds.slice(0, 2) },
    });
    expect(await workOnJobs(deps, 0, failAtOnce)).toBe(long.id);
    expect(await workOnJobs(deps, long.id, failAtOnce)).toBe(short.id);
    expect(await asBo.bulk.list()).toMatchObject([{ status: "done", done: 2 }]);
    expect(await asKim.bulk.list()).toMatchObject([{ status: "running", done: 50 }]);
  });
});

function withoutVersion(leads: readonly { version: number }[]) {
  return leads.map((lead) => ({ ...lead, version: 0 }));
}
