import { lockByName } from "@studydesk/db/dialect";
import type { Db } from "@studydesk/db/open-database";
import { buildCriteriaVersion } from "@studydesk/db/testing/build-criteria";
import { buildConsent, buildLead } from "@studydesk/db/testing/build-lead";
import { describeOnEveryEngine } from "@studydesk/db/testing/every-engine";
import type { LeadStatus } from "@studydesk/domain/leads/lead-status";
import { expect, it } from "vitest";
import { buildCaller } from "../testing/build-caller";
import { buildDesk, readChanges, refusalOf } from "../testing/build-desk";
import { whileHeld } from "../testing/while-held";
import { numbersOf } from "./set-screening-number";

/** A lead that was asked three questions and signed for, in this status. */
async function buildSigned(db: Db, status: LeadStatus) {
  const desk = await buildDesk(db);
  const { lead, deps } = desk;
  const criteria = await buildCriteriaVersion(db, {
    studyId: lead.studyId,
    number: 1,
    questions: 3,
  });
  const at = deps.now().toISOString();
  const sign = async (leadId: number) =>
    db
      .insertInto("screenings")
      .values({
        leadId,
        criteriaVersionId: criteria[0]?.criteriaVersionId ?? 0,
        ...{ questions: 3, answered: 3, unknowns: 0, failed: 0 },
        ...{ answersSha256: "a", signedSha256: "a", startedAt: at, updatedAt: at },
      })
      .execute();
  await sign(lead.id);
  const put = (leadId: number, to: LeadStatus) =>
    db
      .updateTable("leads")
      .set({ status: to, eligibleAt: at, screenedAt: at })
      .where("id", "=", leadId)
      .execute();
  await put(lead.id, status);
  const kept = (leadId = lead.id) =>
    db.selectFrom("leads").selectAll().where("id", "=", leadId).executeTakeFirstOrThrow();
  const buildOther = async () => {
    const { siteId, studyId } = lead;
    const other = await buildLead(db, { siteId, studyId, createdAt: lead.createdAt });
    await buildConsent(db, other);
    await sign(other.id);
    await put(other.id, status);
    return other;
  };
  return { ...desk, criteria, kept, buildOther };
}

const studyConsent = { on: "2026-09-01", formVersion: "3.0" };

describeOnEveryEngine("a lead's later life", (openTestDatabase, engine) => {
  it("records the consent with its form and number, and takes all of it back together", async () => {
    const { asKim, lead, kept } = await buildSigned(
      (await openTestDatabase()).db,
      "visit_scheduled",
    );
    const moved = await asKim.changeStatus({
      ...{ leadId: lead.id, to: "in_screening", expectedVersion: 1 },
      studyConsent: { ...studyConsent, screeningNumber: " S-001 " },
    });
    expect(moved).toMatchObject({
      status: "in_screening",
      screeningNumber: "S-001",
      milestones: { studyConsentOn: "2026-09-01", consentFormVersion: "3.0" },
      abilities: { setScreeningNumber: true, planVisit: true },
    });
    expect((await asKim.moveChoices({ leadId: lead.id })).consent).toEqual({
      ...{ first: "2026-08-31", last: "2026-09-01", formVersion: "3.0" },
    });
    await asKim.undo({ changeId: moved.changeId ?? 0 });
    expect(await kept()).toMatchObject({
      status: "visit_scheduled",
      ...{ studyConsentOn: null, consentFormVersion: null, screeningNumber: null },
    });
  });

  it.each([
    ["2026-09-02", "still to come"],
    ["2026-08-30", "before the lead came"],
  ])("refuses consent of %s, which is %s, and changes nothing", async (on) => {
    const { asKim, lead, db } = await buildSigned((await openTestDatabase()).db, "visit_scheduled");
    const before = await readChanges(db);
    const moving = { leadId: lead.id, to: "in_screening", expectedVersion: 1 } as const;
    const refused = asKim.changeStatus({ ...moving, studyConsent: { ...studyConsent, on } });
    expect(await refusalOf(refused)).toMatchObject({ code: "invalid", reason: "consent_day" });
    expect(await refusalOf(asKim.changeStatus(moving))).toMatchObject({
      reason: "needs_study_consent",
    });
    expect(await readChanges(db)).toEqual(before);
  });

  it("gives a screening number to one lead of a study site alone, and says who has it", async () => {
    const { asKim, lead, kept, buildOther } = await buildSigned(
      (await openTestDatabase()).db,
      "in_screening",
    );
    const other = await buildOther();
    const set = (leadId: number, screeningNumber: string | null, expectedVersion: number) =>
      asKim.setScreeningNumber({ leadId, screeningNumber, expectedVersion });
    const given = await set(lead.id, "S-001", 1);
    expect(await refusalOf(set(other.id, "S-001", 1))).toMatchObject({
      reason: "number_taken",
      details: { leadId: lead.id },
    });
    await set(lead.id, "S-001", 2);
    await set(lead.id, "S-002", 3);
    await set(other.id, "S-001", 1);
    expect([(await kept()).screeningNumber, (await kept(other.id)).screeningNumber]).toEqual([
      ...["S-002", "S-001"],
    ]);
    // Somebody wrote another one since: it is not taken back.
    expect(await refusalOf(asKim.undo({ changeId: given.changeId ?? 0 }))).toMatchObject({
      code: "rule_broken",
    });
  });

  it("brings no number back by an undo that another lead has by then", async () => {
    const { asKim, lead, kept, buildOther } = await buildSigned(
      (await openTestDatabase()).db,
      "in_screening",
    );
    const other = await buildOther();
    const set = (leadId: number, screeningNumber: string | null, expectedVersion: number) =>
      asKim.setScreeningNumber({ leadId, screeningNumber, expectedVersion });
    await set(lead.id, "S-001", 1);
    const cleared = await set(lead.id, null, 2);
    await set(other.id, "S-001", 1);
    expect(await refusalOf(asKim.undo({ changeId: cleared.changeId ?? 0 }))).toMatchObject({
      reason: "number_taken",
      details: { leadId: other.id },
    });
    expect((await kept()).screeningNumber).toBeNull();
  });

  it.runIf(engine === "postgres")(
    "gives a number that two ask for at once to the first, and tells the other (skipped on SQLite: one writes at a time)",
    async () => {
      const { db } = await openTestDatabase();
      const { asKim, lead, kept, buildOther } = await buildSigned(db, "in_screening");
      const other = await buildOther();
      const set = (leadId: number) => () =>
        refusalOf(
          asKim.setScreeningNumber({ leadId, screeningNumber: "S-001", expectedVersion: 1 }),
        );
      const [, second] = await whileHeld(db, (trx) => lockByName(trx, numbersOf(lead)), [
        set(lead.id),
        set(other.id),
      ]);
      expect(second).toMatchObject({ value: { reason: "number_taken" } });
      expect([(await kept()).screeningNumber, (await kept(other.id)).screeningNumber]).toEqual([
        ...["S-001", null],
      ]);
    },
  );

  it("gives no number before the consent", async () => {
    const { asKim, lead } = await buildSigned((await openTestDatabase()).db, "visit_scheduled");
    const number = { leadId: lead.id, screeningNumber: "S-001", expectedVersion: 1 };
    expect(await refusalOf(asKim.setScreeningNumber(number))).toMatchObject({
      reason: "not_consented",
    });
  });

  it("names the criterion that failed, on the lead and its timeline, and only one of its own", async () => {
    const { asKim, lead, criteria, db } = await buildSigned(
      (await openTestDatabase()).db,
      "in_screening",
    );
    const [elsewhere] = await buildCriteriaVersion(db, {
      studyId: (await buildLead(db, { siteId: lead.siteId })).studyId,
      number: 1,
      questions: 1,
    });
    const move = (criterionId: number | undefined) =>
      asKim.changeStatus({
        ...{ leadId: lead.id, to: "screen_failure", reason: "criterion_failed" },
        ...{ expectedVersion: 1, ...(criterionId === undefined ? {} : { criterionId }) },
      });
    expect(await refusalOf(move(undefined))).toMatchObject({ reason: "needs_criterion" });
    expect(await refusalOf(move(elsewhere?.id))).toMatchObject({ code: "not_found" });
    const [, , third] = criteria;
    expect(await move(third?.id)).toMatchObject({
      status: "screen_failure",
      statusReason: "criterion_failed",
      failedCriterion: { id: third?.id, label: "E1" },
      moves: [],
    });
    const [entry] = await asKim.timeline({ leadId: lead.id });
    expect(entry?.activity).toMatchObject({ kind: "status_changed", label: "E1" });
  });

  it("offers what speaks against the person first, and what blocks a move with the rule that says so", async () => {
    const { asKim, lead, criteria, deps, kim, db } = await buildSigned(
      (await openTestDatabase()).db,
      "pre_screening",
    );
    const [, second] = criteria;
    await buildCaller(deps, kim).screening.answer({
      ...{ leadId: lead.id, criterionId: second?.id ?? 0 },
      ...{ expectedAnswerId: null, value: false, evidence: null, source: null },
    });
    const { criteria: offered } = await asKim.moveChoices({ leadId: lead.id });
    expect(offered.map(({ label, isFailing }) => [label, isFailing])).toEqual([
      ["I2", true],
      ["I1", false],
      ["E1", false],
    ]);
    const { moves, signature } = await asKim.get({ leadId: lead.id });
    expect(signature).toBe("overtaken");
    expect(moves).toMatchObject([
      { to: "investigator_review", blocked: "needs_every_answer", asks: [] },
      { to: "pre_screen_failure", blocked: null, asks: ["criterion"] },
      { to: "declined", blocked: null },
      { to: "could_not_reach", blocked: null },
    ]);
    await db
      .updateTable("leads")
      .set({ status: "visit_scheduled" })
      .where("id", "=", lead.id)
      .execute();
    expect((await asKim.get({ leadId: lead.id })).moves[0]).toMatchObject({
      ...{ to: "in_screening", blocked: "needs_new_signature", asks: ["study_consent"] },
    });
  });
});
