// Histories that nobody thought out, then everybody who is due is erased: no number of a report changes, nothing is left
// unexplained, and the audit chain holds.
import { buildCriteriaVersion } from "@studydesk/db/testing/build-criteria";
import { buildStudy } from "@studydesk/db/testing/build-lead";
import { buildPerson, buildSite } from "@studydesk/db/testing/build-people";
import { describeOnEveryEngine } from "@studydesk/db/testing/every-engine";
import { expect, it } from "vitest";
import { verifyDatabase } from "../audit/verify-database";
import { buildCaller } from "../testing/build-caller";
import { failAtOnce } from "../testing/build-crowd";
import { buildDeps } from "../testing/build-deps";
import { expectAgreement } from "../testing/expect-agreement";
import { playHistories, type Random } from "../testing/play-histories";
import { workOnRetentionRun } from "./work-on-run";

const madeAt = "2026-01-28T12:00:00.000Z";
const stepsEach = 24;

/** The same numbers for the same seed. */
function randomOf(seed: number): Random {
  let state = seed;
  const below = (limit: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
  return {
    below,
    pick: (values) => {
      const value = values[below(values.length)];
      if (value === undefined) throw new Error("There is nothing to pick from.");
      return value;
    },
  };
}

describeOnEveryEngine("reports after many were erased", (openTestDatabase, engine) => {
  it("say what they said before, leave nobody unexplained, and the chain holds", {
    timeout: 60_000,
  }, async () => {
    const { db } = await openTestDatabase();
    const deps = buildDeps(db);
    deps.clock.set(madeAt);
    const { id: siteId } = await buildSite(db, { timeZone: "America/Chicago" });
    const coordinator = await buildPerson(db, { role: "coordinator", siteId });
    const investigator = await buildPerson(db, { role: "investigator", siteId });
    const admin = await buildPerson(db, { role: "admin", siteId });
    const studyId = await buildStudy(db);
    await buildCriteriaVersion(db, { studyId, number: 1, questions: 3 });
    const place = { studyId, siteId, locationId: null, recruiting: "recruiting" } as const;
    const { id: studySiteId } = await db
      .insertInto("studySites")
      .values({ ...place, createdAt: madeAt })
      .returning("id")
      .executeTakeFirstOrThrow();
    const play = playHistories(deps, { coordinator, investigator }, randomOf(7), async () => {});
    const leads = engine === "sqlite" ? 24 : 8;
    for (let step = 0; step < leads * stepsEach; step += 1) {
      if (step % stepsEach === 0) await play.arrive({ studyId, siteId });
      await play.step();
    }
    const caller = buildCaller(deps, coordinator);
    const report = async () => ({
      consort: await caller.reports.consort({}),
      recruitment: await caller.reports.recruitment({ by: "site" }),
      failures: await caller.reports.failures({}),
    });
    const before = await report();
    // Years later, and the records need not be kept any more.
    deps.clock.set("2031-01-01T12:00:00.000Z");
    await db.updateTable("leads").set({ followUpAt: null, followUpNote: null }).execute();
    const { retention } = buildCaller(deps, admin);
    await retention.set({
      ...{ studySiteId, closedMonths: 6, consentedMonths: 12, expectedVersion: 0 },
      recordsKeptUntil: "2030-06-30",
    });
    const [site] = await retention.read({ studyId });
    const typedCount = site?.dueNow.reduce((sum, { count }) => sum + count, 0) ?? 0;
    expect(typedCount).toBeGreaterThan(engine === "sqlite" ? leads / 4 : 0);
    await retention.run({ studySiteId, typedCount });
    while (await workOnRetentionRun(deps, failAtOnce));
    const rows = await db.selectFrom("leads").selectAll().execute();
    const erased = rows.filter(({ erasedAt }) => erasedAt !== null);
    expect(erased.length).toBeGreaterThanOrEqual(typedCount);
    for (const { firstName, emailFolded } of erased)
      expect([firstName, emailFolded]).toEqual(["", ""]);
    const after = await report();
    expect(numbersOf(after)).toEqual(numbersOf(before));
    expect(after.consort.unexplained.count).toBe(0);
    await expectAgreement({ caller, rows, zones: new Map([[siteId, "America/Chicago"]]) }, {});
    await verifyDatabase(db);
  });
});

/** Times of the asking left out. */
function numbersOf(report: unknown): unknown {
  return JSON.parse(JSON.stringify(report, (name, value) => (name === "at" ? undefined : value)));
}
