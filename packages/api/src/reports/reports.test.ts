import type { Db } from "@studydesk/db/open-database";
import type { NewRow } from "@studydesk/db/schema";
import { buildCriteriaVersion } from "@studydesk/db/testing/build-criteria";
import { buildLead, buildStudy } from "@studydesk/db/testing/build-lead";
import { buildPerson, buildSite } from "@studydesk/db/testing/build-people";
import { describeOnEveryEngine } from "@studydesk/db/testing/every-engine";
import type { Answer } from "@studydesk/domain/screening/answer";
import { expect, it } from "vitest";
import { buildCaller } from "../testing/build-caller";
import { buildDeps } from "../testing/build-deps";
import { refusalOf } from "../testing/build-desk";
import { expectAgreement } from "../testing/expect-agreement";

const arrived = "2026-08-31T12:00:00.000Z";
const later = (hours: number) => new Date(Date.parse(arrived) + hours * 3_600_000).toISOString();

const reached = { firstContactAt: later(2) };
const screened = { ...reached, screenedAt: later(50) };
const eligible = { ...screened, eligibleAt: later(72), decidedAt: later(72) };
const consented = {
  ...{ ...eligible, visitHeldAt: later(100) },
  ...{ studyConsentOn: "2026-09-04", consentFormVersion: "2" },
};
const enrolled = { ...consented, enrolledAt: later(200) };

async function buildReports(db: Db) {
  const deps = buildDeps(db);
  const { id: siteId } = await buildSite(db, { timeZone: "America/Chicago" });
  const { id: otherSite } = await buildSite(db);
  const kim = await buildPerson(db, { role: "coordinator", siteId });
  const studyId = await buildStudy(db, "Sleep");
  const [i1, i2, e1] = await buildCriteriaVersion(db, { studyId, number: 1, questions: 3 });
  if (!i1 || !i2 || !e1) throw new Error("There are three criteria.");
  const fails = { ...screened, decidedAt: later(50), status: "pre_screen_failure" } as const;
  const add = (lead: Partial<NewRow<"leads">>) =>
    buildLead(db, { siteId, studyId, createdAt: arrived, ...lead });
  await add({ language: "es", source: "referral" });
  await add({ status: "contacting", firstContactAt: later(4), language: "ar" });
  await add({ status: "declined", statusReason: "travel", firstContactAt: later(6) });
  await add({ status: "could_not_reach" });
  await add({ status: "invalid", statusReason: "spam" });
  const first = await add({ ...fails, criterionId: i1.id });
  await add({ ...fails, criterionId: i1.id, createdAt: "2026-09-01T04:59:00.000Z" });
  await add({ ...fails, criterionId: e1.id, createdAt: "2026-09-01T05:00:00.000Z" });
  await add({ ...screened, status: "investigator_review" });
  await add({ ...eligible, status: "visit_scheduled" });
  await add({ ...consented, status: "in_screening", screeningNumber: "S-001" });
  const failed = { ...consented, status: "screen_failure" } as const;
  await add({ ...failed, statusReason: "criterion_failed", criterionId: i2.id });
  await add({ ...failed, statusReason: "medical_finding" });
  await add({ ...enrolled, status: "enrolled", firstName: "", lastName: "", erasedAt: later(300) });
  await add({ ...consented, status: "withdrawn", statusReason: "own_wish" });
  await add({ ...enrolled, status: "withdrawn", statusReason: "moved_away" });
  await buildLead(db, { siteId: otherSite, studyId, status: "declined", statusReason: "safety" });
  const answer = (criterionId: number, given: Answer, leadId = first.id) =>
    db
      .insertInto("answers")
      .values({
        ...{ leadId, criterionId, answer: given },
        ...{ answeredAt: later(3), answeredBy: kim.userId, updatedAt: later(3) },
      })
      .execute();
  await answer(i1.id, "not_met");
  await answer(i2.id, "unknown");
  await answer(e1.id, "present");
  await answer(e1.id, "absent", first.id + 1);
  const rows = await db.selectFrom("leads").selectAll().where("siteId", "=", siteId).execute();
  return {
    ...{ db, deps, siteId, otherSite, studyId, kim, rows, first, i1, add },
    caller: buildCaller(deps, kim),
    zones: new Map([[siteId, "America/Chicago"]]),
  };
}

describeOnEveryEngine("reports", (openTestDatabase, engine) => {
  it("agree with each other and with the rows that their numbers open", async () => {
    const desk = await buildReports((await openTestDatabase()).db);
    await expectAgreement(desk, { from: "2026-09-01", studyIds: [desk.studyId] });
    // Hundreds of counts: the other questions are asked of the engine that answers sooner.
    if (engine === "postgres") return;
    await expectAgreement(desk, {});
    await expectAgreement(desk, { to: "2026-08-31", languages: ["none"], sources: ["study_page"] });
  });

  it("count how far leads came and how long it took, and no other site's", async () => {
    const { caller, siteId } = await buildReports((await openTestDatabase()).db);
    const { total, groups, invalid } = await caller.reports.recruitment({ by: "month" });
    const counts = Object.values(total.stages).map(({ count }) => count);
    expect(counts).toEqual([15, 13, 11, 7, 6, 2]);
    expect(invalid.count).toBe(1);
    // Chicago's first of September begins at five.
    expect(groups.map(({ key, label, stages }) => [key, label, stages.arrived.count])).toEqual([
      ["2026-08", "August 2026", 14],
      ["2026-09", "September 2026", 1],
    ]);
    expect(groups[1]?.stages.arrived.filters).toMatchObject({
      arrived: { from: "2026-09-01", to: "2026-09-30" },
    });
    expect(total.toFirstContact).toMatchObject({
      ...{ observations: { count: 13 }, lowerQuartile: 2, median: 2, upperQuartile: 2 },
    });
    expect(total.toDecision).toMatchObject({ observations: { count: 10 }, median: 72 });
    const bySite = await caller.reports.recruitment({ by: "site" });
    expect(bySite.groups).toMatchObject([{ key: String(siteId) }]);
    const byLanguage = await caller.reports.recruitment({ by: "language" });
    expect(byLanguage.groups.map(({ key, label }) => [key, label])).toEqual([
      ["ar", "Arabic"],
      ["none", "None named"],
      ["es", "Spanish"],
    ]);
    const nobody = await caller.reports.recruitment({ by: "source", from: "2030-01-01" });
    expect(nobody).toMatchObject({ groups: [], total: { toDecision: { median: null } } });
  });

  it("say of each criterion whom it excludes, of how many", async () => {
    const { caller, i1 } = await buildReports((await openTestDatabase()).db);
    const { studies, denominators } = await caller.reports.failures({});
    expect(studies).toHaveLength(1);
    expect(studies[0]).toMatchObject({ decided: { count: 10 }, consented: { count: 6 } });
    const told = studies[0]?.lines.map((line) => [
      ...[line.label, line.preScreenFailures.count, line.preScreenFailures.share],
      ...[line.screenFailures.count, line.answered.count, line.against.count, line.against.share],
    ]);
    expect(told).toEqual([
      ["I1", 2, 0.2, 0, 1, 1, 1],
      ["I2", 0, 0, 1, 0, 0, null],
      ["E1", 1, 0.1, 0, 2, 1, 0.5],
    ]);
    expect(studies[0]?.lines[0]).toMatchObject({ lineId: i1.lineId, text: i1.text });
    expect(Object.values(denominators).every((sentence) => sentence.includes(", of all"))).toBe(
      true,
    );
  });

  it("draw the flow of participants from closed reasons, and own up to one that is missing", async () => {
    const { caller, add } = await buildReports((await openTestDatabase()).db);
    const consort = await caller.reports.consort({});
    const parts = (box: { parts: readonly { label: string; count: number }[] }) =>
      Object.fromEntries(box.parts.map(({ label, count }) => [label, count]));
    expect(parts(consort.preScreenFailures)).toEqual({ I1: 2, E1: 1 });
    expect(parts(consort.couldNotReach)).toEqual({ "Three attempts over fourteen days": 1 });
    expect(parts(consort.underWay)).toEqual({
      ...{ New: 1, Contacting: 1, "Investigator review": 1, "Visit scheduled": 1 },
    });
    expect(parts(consort.screenFailures)).toEqual({ I2: 1, "Another medical finding": 1 });
    expect(parts(consort.withdrawnBefore)).toEqual({ "The person's own wish": 1 });
    expect(parts(consort.withdrawnAfter)).toEqual({ "Moved away": 1 });
    expect(consort).toMatchObject({
      ...{ assessed: { count: 15 }, excluded: { count: 5 }, consented: { count: 6 } },
      ...{ inScreening: { count: 1 }, enrolled: { count: 2 }, takingPart: { count: 1 } },
      ...{ unexplained: { count: 0 }, invalid: { count: 1 } },
    });

    const odd = await add({ status: "declined" });
    await add({ status: "pre_screen_failure", screenedAt: later(1), decidedAt: later(1) });
    const { unexplained, preScreenFailures } = await caller.reports.consort({});
    expect(unexplained.count).toBe(2);
    expect(parts(preScreenFailures)).toMatchObject({ "No criterion named": 1 });
    const { rows } = await caller.leads.list({ filters: unexplained.filters });
    expect(rows.map(({ id }) => id)).toContain(odd.id);
    expect(rows).toHaveLength(2);
  });

  it("list the log oldest first with days of the site and what failed, and nobody's name", async () => {
    const { caller, first } = await buildReports((await openTestDatabase()).db);
    const log = await caller.reports.screeningLog({ limit: 2 });
    expect(log.total.count).toBe(11);
    expect(log.rows[0]).toEqual({
      ...{ leadId: first.id, screeningNumber: null, initials: null },
      ...{ studyTitle: "Sleep", nctId: expect.any(String), siteName: expect.any(String) },
      ...{ arrivedOn: "2026-08-31", firstContactOn: "2026-08-31", screenedOn: "2026-09-02" },
      ...{ decidedOn: "2026-09-02", visitHeldOn: null, consentOn: null, enrolledOn: null },
      ...{ status: "pre_screen_failure", statusOn: "2026-08-31", reason: null },
      failedCriteria: ["I1", "E1"],
    });
    const next = await caller.reports.screeningLog({ limit: 2, cursor: log.nextCursor ?? "" });
    expect(next.rows.map(({ leadId }) => leadId)).not.toContain(first.id);
    const all = await caller.reports.screeningLog({ limit: 200, withInitials: true });
    expect(new Set(all.rows.map(({ initials }) => initials))).toEqual(new Set(["AV", null]));
    expect(JSON.stringify(all)).not.toMatch(/Amara|Voss|example\.org|555/);
    const refused = caller.reports.screeningLog({ cursor: "nonsense" });
    expect(await refusalOf(refused)).toMatchObject({ code: "invalid", reason: "cursor" });
  });

  it("name a criterion in the log as every other report does, and as it was called when it failed", async () => {
    const { caller, db, studyId } = await buildReports((await openTestDatabase()).db);
    const [i1, i2, e1] = (await caller.reports.lines()).map(({ lineId }) => lineId);
    if (!i1 || !i2 || !e1) throw new Error("There are three lines.");
    await buildCriteriaVersion(db, { studyId, number: 2, questions: 3, lines: [i2, i1, e1] });
    const { preScreenFailures } = await caller.reports.consort({});
    expect(preScreenFailures.parts).toMatchObject([{ label: "I2", count: 2 }, { label: "E1" }]);
    const { rows } = await caller.reports.screeningLog({ limit: 1 });
    expect(rows[0]?.failedCriteria).toEqual(["I2 (was I1)", "E1"]);
  });

  it("show nothing of a site where the person holds no role, and nothing to an owner by that alone", async () => {
    const { caller, deps, db, otherSite } = await buildReports((await openTestDatabase()).db);
    const refused = caller.reports.consort({ siteIds: [otherSite] });
    expect(await refusalOf(refused)).toMatchObject({ code: "not_found" });
    const owner = buildCaller(deps, await buildPerson(db, { isOwner: true }));
    const seen = await owner.reports.consort({});
    expect([seen.assessed.count, seen.invalid.count]).toEqual([0, 0]);
    expect((await owner.reports.screeningLog({ scope: "assessed" })).rows).toEqual([]);
    expect((await owner.reports.failures({})).studies).toEqual([]);
    expect(await owner.reports.lines()).toEqual([]);
    expect((await caller.reports.lines()).map(({ label }) => label)).toEqual(["I1", "I2", "E1"]);
  });
});
