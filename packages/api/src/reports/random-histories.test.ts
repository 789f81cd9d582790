// Reports over histories that nobody thought out: STUDYDESK_HISTORIES=10000 plays the long form.
import type { Db } from "@studydesk/db/open-database";
import { buildCriteriaVersion } from "@studydesk/db/testing/build-criteria";
import { buildLead, buildStudy } from "@studydesk/db/testing/build-lead";
import { buildPerson, buildSite } from "@studydesk/db/testing/build-people";
import { openTestSqlite } from "@studydesk/db/testing/every-engine";
import { describe, expect, it } from "vitest";
import { buildCaller } from "../testing/build-caller";
import { buildDeps } from "../testing/build-deps";
import { expectAgreement } from "../testing/expect-agreement";
import { expectGuarded } from "../testing/expect-guarded";
import { playHistories, type Random, type WatchMove } from "../testing/play-histories";

const madeAt = "2026-01-28T12:00:00.000Z";
/** How often something happens to a lead. */
const stepsEach = 24;

/** The same numbers for the same seed. */
function randomOf(seed: number): Random {
  let state = seed >>> 0;
  const below = (limit: number) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit;
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

/** One criterion says something else from now on: whoever answered it is asked again. */
async function amend(caller: ReturnType<typeof buildCaller>, studyId: number): Promise<void> {
  const draft = await caller.criteria.beginDraft({ studyId });
  const criteria = draft.criteria.map(({ id: _, label: __, ...fields }, index) =>
    index === 0 ? { ...fields, text: "Sleeps badly, for three months at least" } : fields,
  );
  const { id: versionId, revision: expectedRevision } = draft;
  const saved = await caller.criteria.saveDraft({ versionId, expectedRevision, criteria });
  await caller.criteria.publish({ versionId, expectedRevision: saved.revision });
}

async function playDesk(db: Db, { leads, seed }: { leads: number; seed: number }) {
  const deps = buildDeps(db);
  deps.clock.set(madeAt);
  const chicago = await buildSite(db, { timeZone: "America/Chicago" });
  const tokyo = await buildSite(db, { timeZone: "Asia/Tokyo", name: "Tokyo General" });
  const elsewhere = await buildSite(db);
  const role = async (siteIds: readonly number[], name: "coordinator" | "investigator") => {
    const person = await buildPerson(db, { role: name, siteId: siteIds[0] ?? 0 });
    return { ...person, roles: siteIds.map((siteId) => ({ siteId, role: name })) };
  };
  const own = [chicago.id, tokyo.id];
  const coordinator = await role(own, "coordinator");
  const investigator = await role(own, "investigator");
  const studies = [await buildStudy(db, "Sleep"), await buildStudy(db, "Knees")];
  const places = studies.flatMap((studyId) => own.map((siteId) => ({ studyId, siteId })));
  for (const studyId of studies)
    await buildCriteriaVersion(db, { studyId, number: 1, questions: 3 });
  for (const place of places) {
    const studySite = { ...place, locationId: null, recruiting: "recruiting" } as const;
    await db
      .insertInto("studySites")
      .values({ ...studySite, createdAt: madeAt })
      .execute();
  }
  const random = randomOf(seed);
  const moves: Parameters<WatchMove>[2][] = [];
  const watch: WatchMove = async (before, after, given) => {
    moves.push(given);
    await expectGuarded(db, before, after, given);
  };
  const play = playHistories(deps, { coordinator, investigator }, random, watch);
  const steps = leads * stepsEach;
  for (let done = 0; done < steps; done += 1) {
    if (done % stepsEach === 0) await play.arrive(random.pick(places));
    if (done === Math.floor(steps / 2)) {
      await amend(buildCaller(deps, investigator), studies[0] ?? 0);
    }
    await play.step();
  }
  await buildLead(db, { siteId: elsewhere.id, studyId: studies[0] ?? 0, status: "declined" });
  const rows = await db.selectFrom("leads").selectAll().where("siteId", "in", own).execute();
  const zones = new Map([
    [chicago.id, "America/Chicago"],
    [tokyo.id, "Asia/Tokyo"],
  ]);
  return { caller: buildCaller(deps, coordinator), rows, zones, own, studies, moves };
}

const long = Number(process.env.STUDYDESK_HISTORIES ?? 0);

// The same questions are asked of PostgreSQL in reports.test.ts; histories take it ten times as long.
describe("reports over random histories", () => {
  it("agree to the unit with each other and with the rows they open, and no move breaks a guard", {
    timeout: long > 0 ? 7_200_000 : 60_000,
  }, async () => {
    const { db } = await openTestSqlite();
    const leads = long || 20;
    const desk = await playDesk(db, { leads, seed: 5 });
    expect(desk.moves.length).toBeGreaterThan(leads);
    await expectAgreement(desk, {});
    await expectAgreement(desk, { studyIds: desk.studies.slice(0, 1), from: "2026-02-01" });
    await expectAgreement(desk, {
      siteIds: desk.own.slice(1),
      languages: ["none", "es"],
      ...{ from: "2026-02-01", to: "2026-02-28" },
    });
  });
});
