import { buildCaller } from "@studydesk/api/testing/build-caller";
import { buildDeps } from "@studydesk/api/testing/build-deps";
import { insertMany } from "@studydesk/db/leads/seed-queries";
import { type Db, inTransaction } from "@studydesk/db/open-database";
import { buildLead, buildStudy } from "@studydesk/db/testing/build-lead";
import { buildPerson, buildSite } from "@studydesk/db/testing/build-people";
import { describeOnEveryEngine } from "@studydesk/db/testing/every-engine";
import { noticeDays } from "@studydesk/domain/retention/retention-notice";
import { pino } from "pino";
import { expect, it, onTestFinished, vi } from "vitest";
import { startBulkJobs } from "./bulk-jobs";

const waiting = { timeout: 20_000 };
const log = pino({ level: "silent" });

describeOnEveryEngine("the loop of jobs over many leads", (openTestDatabase) => {
  async function begin(db: Db, count: number) {
    const deps = buildDeps(db);
    const { id: siteId } = await buildSite(db);
    const kim = await buildPerson(db, { role: "coordinator", siteId });
    const studyId = await buildStudy(db);
    const { id: _first, ...row } = await buildLead(db, { siteId, studyId });
    const others = Array.from({ length: count - 1 }, () => row);
    await inTransaction(db, (trx) => insertMany(trx, "leads", others));
    const { bulk } = buildCaller(deps, kim);
    await bulk.start({
      task: { kind: "assign", ownerId: kim.userId },
      selection: { kind: "matching", filters: {} },
    });
    return { deps, bulk };
  }

  it("goes on at its start with what was left, in one process of two, each lead once", async () => {
    const { db } = await openTestDatabase();
    const { deps, bulk } = await begin(db, 70);
    const loops = [1, 2].map(() => startBulkJobs({ deps, log }));
    onTestFinished(async () => void (await Promise.all(loops.map((loop) => loop.stop()))));
    const ended = { status: "done", done: 70, refused: 0 };
    await vi.waitFor(async () => expect(await bulk.list()).toMatchObject([ended]), waiting);
    const versions = await db.selectFrom("leads").select("version").distinct().execute();
    expect(versions).toEqual([{ version: 2 }]);
  });

  it("erases whom a study's clock says, beside the jobs", async () => {
    const { db } = await openTestDatabase();
    const { deps, bulk } = await begin(db, 60);
    const lead = await buildLead(db, {
      ...{ siteId: (await db.selectFrom("sites").select("id").executeTakeFirstOrThrow()).id },
      ...{ status: "declined", statusSince: "2020-01-01T00:00:00.000Z" },
    });
    const { studyId, siteId } = lead;
    const at = "2026-01-01T00:00:00.000Z";
    const { id: studySiteId } = await db
      .insertInto("studySites")
      .values({ studyId, siteId, locationId: null, recruiting: "recruiting", createdAt: at })
      .returning("id")
      .executeTakeFirstOrThrow();
    const anHourAgo = new Date(deps.now().getTime() - 3_600_000).toISOString();
    const { id: changedBy } = await db.selectFrom("user").select("id").executeTakeFirstOrThrow();
    await db
      .insertInto("retentionRules")
      .values({ studySiteId, closedMonths: 6, changedAt: at, changedBy, lookedAt: anHourAgo })
      .execute();
    await db
      .insertInto("retentionNotices")
      .values({ leadId: lead.id, studySiteId, daysTold: noticeDays })
      .execute();
    const logged: string[] = [];
    const told = pino({ level: "trace" }, { write: (line: string) => void logged.push(line) });
    const loop = startBulkJobs({ deps, log: told });
    onTestFinished(() => loop.stop());
    const run = { found: 1, erased: 1, endedAt: deps.now().toISOString() };
    const runs = () => db.selectFrom("retentionRuns").selectAll().execute();
    await vi.waitFor(async () => expect(await runs()).toMatchObject([run]), waiting);
    await vi.waitFor(
      async () => expect(await bulk.list()).toMatchObject([{ status: "done" }]),
      waiting,
    );
    expect(logged.join()).not.toMatch(/voss|example\.org/i);
  });

  it("ends between two chunks, and leaves the rest to the next start", async () => {
    const { db } = await openTestDatabase();
    const { deps, bulk } = await begin(db, 70);
    await startBulkJobs({ deps, log }).stop();
    const [job] = await bulk.list();
    expect(job).toMatchObject({ status: "running" });
    expect((job?.done ?? 0) % 50).toBe(0);
    const loop = startBulkJobs({ deps, log });
    onTestFinished(() => loop.stop());
    await vi.waitFor(async () => expect(await bulk.list()).toMatchObject([{ done: 70 }]), waiting);
  });
});
