import { AsyncLocalStorage } from "node:async_hooks";
import { existsSync, readFileSync } from "node:fs";
import { copyDatabase } from "@studydesk/db/backups/copy-database";
import { holdLead } from "@studydesk/db/leads/lead-queries";
import { type Db, inTransaction } from "@studydesk/db/open-database";
import { buildLead, buildStudy } from "@studydesk/db/testing/build-lead";
import { buildPerson, buildSite } from "@studydesk/db/testing/build-people";
import { countWaiting } from "@studydesk/db/testing/count-waiting";
import { describeOnEveryEngine } from "@studydesk/db/testing/every-engine";
import { readEverything } from "@studydesk/db/testing/read-everything";
import { noticeDays } from "@studydesk/domain/retention/retention-notice";
import { expect, it } from "vitest";
import { buildCaller } from "../testing/build-caller";
import { failAtOnce } from "../testing/build-crowd";
import { buildDeps } from "../testing/build-deps";
import { refusalOf } from "../testing/build-desk";
import { startRunsByClock, startRunsByCommand } from "./start-run";
import { workOnRetentionRun } from "./work-on-run";

const dayMs = 86_400_000;
const hourMs = 3_600_000;

async function buildKept(db: Db) {
  const deps = buildDeps(db);
  const { id: siteId } = await buildSite(db);
  const studyId = await buildStudy(db);
  const studySite = { studyId, siteId, locationId: null, recruiting: "recruiting" } as const;
  const { id: studySiteId } = await db
    .insertInto("studySites")
    .values({ ...studySite, createdAt: deps.now().toISOString() })
    .returning("id")
    .executeTakeFirstOrThrow();
  const bo = await buildPerson(db, { role: "admin", siteId });
  const { retention } = buildCaller(deps, bo);
  const build = async (overrides: Partial<Parameters<typeof buildLead>[1]>) => {
    const lead = await buildLead(db, { siteId, studyId, ...overrides });
    const { firstName, lastName, email } = lead;
    const typed = { firstName, lastName, email, phone: "", language: null };
    await db
      .insertInto("submissions")
      .values({
        ...{ ...typed, leadId: lead.id, receivedAt: lead.statusSince, birthYear: null },
        ...{
          message: `Canary of lead ${lead.id}.`,
          pageLanguage: null,
          proof: null,
          requestKey: null,
        },
      })
      .execute();
    return lead.id;
  };
  const set = (rule: {
    closedMonths?: number;
    consentedMonths?: number;
    recordsKeptUntil?: string;
  }) =>
    retention.set({
      ...{ studySiteId, closedMonths: null, consentedMonths: null, recordsKeptUntil: null },
      ...{ expectedVersion: 0, ...rule },
    });
  const work = async () => {
    let chunks = 0;
    while (await workOnRetentionRun(deps, failAtOnce)) chunks += 1;
    return chunks;
  };
  const lookAt = async (at: string | number) => {
    deps.clock.set(new Date(at).toISOString());
    await startRunsByClock(deps);
    await work();
    return erased();
  };
  /** The server runs, and looks once on each day. */
  const runDaily = async (from: string, days: number) => {
    for (let day = 0; day < days; day += 1) await lookAt(Date.parse(from) + day * dayMs);
    return erased();
  };
  const erased = async () => {
    const leads = db.selectFrom("leads").select("id").where("erasedAt", "is not", null);
    return (await leads.orderBy("id").execute()).map(({ id }) => id);
  };
  return {
    db,
    deps,
    siteId,
    studyId,
    studySiteId,
    bo,
    retention,
    build,
    set,
    work,
    erased,
    lookAt,
    runDaily,
  };
}

/** Closed so long before noon of 1 September 2026 that six months and the margin are just over. */
const longAgo = "2026-02-28T11:59:59.000Z";

describeOnEveryEngine("the retention clock", (openTestDatabase, engine) => {
  it("says what it would do, does it when told to, and tells of each lead and of the run in the audit", async () => {
    const { db } = await openTestDatabase();
    const { studyId, studySiteId, bo, retention, build, set, work, erased } = await buildKept(db);
    const declined = await build({ status: "declined", statusSince: longAgo });
    const unreached = await build({ status: "could_not_reach", statusSince: longAgo });
    const soon = await build({ status: "invalid", statusSince: "2026-03-15T00:00:00.000Z" });
    await build({ status: "contacting", statusSince: longAgo });
    await build({ status: "enrolled", statusSince: longAgo, enrolledAt: longAgo });
    await build({ status: "declined", statusSince: longAgo, followUpAt: longAgo });
    expect(await retention.read({ studyId })).toMatchObject([
      { version: 0, isOn: false, next: null, dueNow: [] },
    ]);
    await set({ closedMonths: 6, consentedMonths: 1 });
    expect(await retention.read({ studyId })).toMatchObject([
      {
        version: 1,
        dueNow: [
          { status: "declined", count: 1 },
          { status: "could_not_reach", count: 1 },
        ],
        dueAhead: 3,
      },
    ]);
    const { rows } = await retention.due({ studySiteId });
    expect(rows.map(({ leadId }) => leadId)).toEqual([declined, unreached, soon]);
    expect(await refusalOf(retention.run({ studySiteId, typedCount: 3 }))).toMatchObject({
      code: "conflict",
      details: { found: 2 },
    });
    expect(await work()).toBe(0);
    await retention.run({ studySiteId, typedCount: 2 });
    expect(await refusalOf(retention.run({ studySiteId, typedCount: 2 }))).toMatchObject({
      reason: "under_way",
    });
    await work();
    expect(await erased()).toEqual([declined, unreached]);
    const after = await readEverything(db);
    expect(after).not.toContain(`Canary of lead ${declined}.`);
    expect(after).toContain(`Canary of lead ${soon}.`);
    const audit = await db
      .selectFrom("audit")
      .select(["action", "actorId", "subjectId", "details"])
      .where("action", "not in", ["study_site.retention_changed"])
      .orderBy("sequence")
      .execute();
    expect(audit.map(({ action, actorId }) => [action, actorId])).toEqual([
      ["study_site.retention_run_started", bo.userId],
      ["lead.erased", bo.userId],
      ["lead.erased", bo.userId],
      ["study_site.retention_run_ended", bo.userId],
    ]);
    expect(JSON.parse(audit[1]?.details ?? "")).toEqual({
      ...{ from: "declined", reason: "retention", runId: 1 },
    });
    expect(await retention.read({ studyId })).toMatchObject([
      { dueNow: [], runs: [{ found: 2, erased: 2, failed: 0 }] },
    ]);
    if (engine === "sqlite") expect(await startRunsByClock(buildDeps(db))).toBe(0);
  });

  it("erases by itself whoever it told of on fourteen days, and a day's wrong clock nobody early", async () => {
    const { db } = await openTestDatabase();
    const { retention, build, set, lookAt, runDaily } = await buildKept(db);
    await set({ closedMonths: 6 });
    // Due on 21 September at noon, and erased a day later.
    const lead = await build({ status: "declined", statusSince: "2026-03-21T12:00:00.000Z" });
    expect(await retention.coming()).toEqual([]);
    const firstDay = "2026-09-01T12:00:00.000Z";
    const due = Date.parse("2026-09-21T12:00:00.000Z");
    expect(await runDaily(firstDay, 20)).toEqual([]);
    expect(await retention.coming()).toMatchObject([
      { count: 1, total: 1, from: "2026-09-22T12:00:00.000Z" },
    ]);
    expect(await lookAt(due - 1 + dayMs)).toEqual([]);
    expect(await lookAt(due + 3 * dayMs - dayMs)).toEqual([lead]);
    const { actorId } = await db
      .selectFrom("audit")
      .select("actorId")
      .where("action", "=", "lead.erased")
      .executeTakeFirstOrThrow();
    expect(actorId).toBeNull();
    expect(await retention.coming()).toEqual([]);
    expect(await db.selectFrom("retentionNotices").selectAll().execute()).toEqual([]);
  });

  it("begins its notice anew after a rest, a clock that jumped either way, and a change; and has one for each lead", async () => {
    const { db } = await openTestDatabase();
    const { studyId, retention, build, set, lookAt, runDaily } = await buildKept(db);
    await set({ closedMonths: 6 });
    const lead = await build({ status: "declined", statusSince: longAgo });
    const more = { status: "declined", statusSince: longAgo } as const;
    const later = await build({ ...more, followUpAt: "2026-09-02T09:00:00.000Z" });
    const almost = noticeDays;
    // Off for eight days; then years ahead; back again; then another number of months.
    expect(await runDaily("2026-09-01T12:00:00.000Z", almost)).toEqual([]);
    expect(await runDaily("2026-09-22T13:00:00.000Z", almost)).toEqual([]);
    expect(await runDaily("2031-09-01T12:00:00.000Z", almost)).toEqual([]);
    expect(await runDaily("2026-10-06T12:00:00.000Z", almost)).toEqual([]);
    await set({ closedMonths: 5, ...{ expectedVersion: 1 } });
    expect(await runDaily("2026-10-20T12:00:00.000Z", almost)).toEqual([]);
    expect(await retention.read({ studyId })).toMatchObject([
      { isOn: true, next: { from: "2026-11-03T00:00:00.000Z", count: 1 } },
    ]);
    await db.updateTable("leads").set({ followUpAt: null }).where("id", "=", later).execute();
    expect(await lookAt("2026-11-03T12:00:00.000Z")).toEqual([lead]);
    expect(await runDaily("2026-11-04T12:00:00.000Z", almost - 1)).toEqual([lead]);
    expect(await lookAt("2026-11-17T12:00:00.000Z")).toEqual([lead, later]);
  });

  it("begins one run where two servers look, or two people press, at the same moment", async () => {
    const { db } = await openTestDatabase();
    const { deps, studySiteId, retention, build, set, work, lookAt } = await buildKept(db);
    await build({ status: "declined", statusSince: longAgo });
    await set({ closedMonths: 6 });
    await lookAt("2026-09-01T12:00:00.000Z");
    await db
      .updateTable("retentionNotices")
      .set({ daysTold: noticeDays - 1 })
      .execute();
    deps.clock.set("2026-09-02T12:00:00.000Z");
    expect(await startRunsByCommand(deps)).toBe(0);
    const looks = await Promise.all([startRunsByClock(deps), startRunsByClock(deps)]);
    expect(looks.toSorted()).toEqual([0, 1]);
    await work();
    await build({ status: "declined", statusSince: longAgo });
    const press = () => refusalOf(retention.run({ studySiteId, typedCount: 1 }));
    const refusals = (await Promise.all([press(), press()])).filter(Boolean);
    expect(refusals).toMatchObject([{ reason: "under_way" }]);
    await work();
    const runs = await db.selectFrom("retentionRuns").selectAll().execute();
    expect(runs).toMatchObject([{ erased: 1 }, { erased: 1 }]);
  });

  it("keeps whoever consented until the records' day is over, and lets it be moved", async () => {
    const { db } = await openTestDatabase();
    const { studyId, retention, build, set, lookAt } = await buildKept(db);
    const at = "2020-01-01T00:00:00.000Z";
    const enrolled = await build({ status: "enrolled", statusSince: at, enrolledAt: at });
    const withdrawn = await build({ status: "withdrawn", statusSince: at });
    await set({ consentedMonths: 12, recordsKeptUntil: "2026-12-31" });
    const runAt = async (now: string) => {
      await lookAt(Date.parse(now) - hourMs);
      await db.updateTable("retentionNotices").set({ daysTold: noticeDays }).execute();
      return lookAt(now);
    };
    expect(await runAt("2027-01-01T12:00:00.000Z")).toEqual([]);
    expect(await retention.read({ studyId })).toMatchObject([{ dueAhead: 2 }]);
    expect(await runAt("2027-01-03T00:00:00.000Z")).toEqual([enrolled, withdrawn]);
  });

  it("goes on after a crash amid a chunk, and erases nobody whom the clock was changed for meanwhile", async () => {
    const { db } = await openTestDatabase();
    const { deps, studySiteId, retention, build, set, work, erased } = await buildKept(db);
    for (let built = 0; built < 45; built += 1) {
      await build({ status: "declined", statusSince: longAgo });
    }
    await set({ closedMonths: 6 });
    await retention.run({ studySiteId, typedCount: 45 });
    await workOnRetentionRun(deps, failAtOnce);
    expect(await erased()).toHaveLength(20);
    // The program ends amid the second chunk: at its tenth lead.
    const [tenth = 0] = (await db.selectFrom("leads").select("id").orderBy("id").execute())
      .map(({ id }) => id)
      .slice(29);
    const spoil = (data: string) =>
      db
        .insertInto("activities")
        .values({ ...activity, data })
        .returning("id")
        .execute();
    const activity = { leadId: tenth, at: longAgo, kind: "erased", byUserId: null } as const;
    const [spoiled] = await spoil("{}");
    await expect(workOnRetentionRun(deps, failAtOnce)).rejects.toThrow();
    expect(await erased()).toHaveLength(20);
    const [run] = await db.selectFrom("retentionRuns").selectAll().execute();
    expect(run).toMatchObject({ erased: 20, failed: 0 });
    await db
      .deleteFrom("activities")
      .where("id", "=", spoiled?.id ?? 0)
      .execute();
    await workOnRetentionRun(deps, failAtOnce);
    expect(await erased()).toHaveLength(40);
    // Shorter months, too: whoever typed the number asked for another list.
    deps.clock.advance(1000);
    await set({ closedMonths: 1, ...{ expectedVersion: 1 } });
    await work();
    expect(await erased()).toHaveLength(40);
    const runs = await db.selectFrom("retentionRuns").selectAll().execute();
    expect(runs).toMatchObject([{ found: 45, erased: 40, failed: 0 }]);
    expect(runs[0]?.endedAt).not.toBeNull();
  });

  it.runIf(engine === "postgres")(
    "leaves whoever was opened again at the last moment (skipped on SQLite: one writes at a time)",
    async () => {
      const { db } = await openTestDatabase();
      const { deps, studySiteId, retention, build, set, work, erased } = await buildKept(db);
      const opened = await build({ status: "declined", statusSince: longAgo });
      const closed = await build({ status: "declined", statusSince: longAgo });
      await set({ closedMonths: 6 });
      await retention.run({ studySiteId, typedCount: 2 });
      const outside = AsyncLocalStorage.snapshot();
      let chunk: Promise<boolean> | undefined;
      await inTransaction(db, async (trx) => {
        await holdLead(trx, opened);
        chunk = outside(() => workOnRetentionRun(deps, failAtOnce));
        await expect.poll(() => outside(() => countWaiting(db))).toBe(1);
        await trx
          .updateTable("leads")
          .set({ status: "pre_screening", version: 2 })
          .where("id", "=", opened)
          .execute();
      });
      await chunk;
      await work();
      expect(await erased()).toEqual([closed]);
      const runs = await db.selectFrom("retentionRuns").selectAll().execute();
      expect(runs).toMatchObject([{ found: 2, erased: 1, failed: 0 }]);
    },
  );

  it("leaves out a lead that cannot be erased, says so, and goes on with the others", async () => {
    const { db } = await openTestDatabase();
    const { deps, studyId, studySiteId, retention, build, set, erased } = await buildKept(db);
    const ids = [];
    for (let built = 0; built < 3; built += 1) {
      ids.push(await build({ status: "declined", statusSince: longAgo }));
    }
    const [first, second = 0, third] = ids;
    const spoiled = {
      leadId: second,
      at: longAgo,
      kind: "erased",
      byUserId: null,
      data: "{}",
    } as const;
    await db.insertInto("activities").values(spoiled).execute();
    await set({ closedMonths: 6 });
    await retention.run({ studySiteId, typedCount: 3 });
    const faults: unknown[] = [];
    while (await workOnRetentionRun(deps, (error) => faults.push(error)));
    expect(faults).toHaveLength(1);
    expect(await erased()).toEqual([first, third]);
    expect(await retention.read({ studyId })).toMatchObject([
      { runs: [{ found: 3, erased: 2, failed: 1 }] },
    ]);
  });

  it.runIf(engine === "sqlite")(
    "leaves nobody's words in the files once a run is over, nor in a new backup (skipped on PostgreSQL: its files are its own)",
    async () => {
      const { db, url } = await openTestDatabase();
      const { studySiteId, retention, build, set, work } = await buildKept(db);
      for (let built = 0; built < 30; built += 1) {
        await build({ status: "declined", statusSince: longAgo, lastName: `Heronfield${built}` });
      }
      await set({ closedMonths: 6 });
      const bytes = () =>
        [url, `${url}-wal`]
          .filter((file) => existsSync(file))
          .map((file) => readFileSync(file).toString("latin1"))
          .join("");
      expect(bytes()).toContain("Heronfield7");
      await retention.run({ studySiteId, typedCount: 30 });
      await work();
      expect(bytes()).not.toMatch(/heronfield|Canary of lead/i);
      await copyDatabase(url, `${url}.backup`, () => {});
      const backup = readFileSync(`${url}.backup`).toString("latin1");
      expect(backup).not.toMatch(/heronfield|Canary of lead/i);
      expect(backup).toContain("retention_run_ended");
    },
  );
});
