import type { Db } from "@studydesk/db/open-database";
import { buildPerson } from "@studydesk/db/testing/build-people";
import { openTestSqlite } from "@studydesk/db/testing/every-engine";
import type { AnswerCriterionInput } from "@studydesk/domain/screening/answer-input";
import { describe, expect, it } from "vitest";
import { buildCaller } from "../testing/build-caller";
import { readChanges, refusalOf } from "../testing/build-desk";
import { buildScreening, buildVersion } from "../testing/build-screening";

async function open() {
  const { db } = await openTestSqlite();
  const desk = await buildScreening(db);
  const asKim = buildCaller(desk.deps, desk.kim);
  const asBo = buildCaller(desk.deps, desk.bo);
  const answer = (
    label: string,
    given: Partial<AnswerCriterionInput> & Pick<AnswerCriterionInput, "value">,
    as = asKim,
  ) =>
    as.screening.answer({
      leadId: desk.lead.id,
      criterionId: desk.criterion(label),
      ...{ expectedAnswerId: null, evidence: null, source: null },
      ...given,
    });
  return { ...desk, asKim, asBo, answer };
}

async function readAnswers(db: Db) {
  return db.selectFrom("answers").selectAll().orderBy("id").execute();
}

describe("answering a criterion", () => {
  it("begins the pre-screening with the first answer, and tells the change by which that is taken back", async () => {
    const { db, answer, lead, asKim } = await open();
    const { changeId, screening } = await answer("I1", { value: true });
    expect(screening).toMatchObject({
      isPinned: true,
      version: { number: 1 },
      progress: { questions: 4, answered: 1, unknowns: 0, failed: 0 },
      failing: [],
    });
    expect(screening.lines[0]?.answer).toMatchObject({ answer: "met", value: true });
    expect(await asKim.leads.get({ leadId: lead.id })).toMatchObject({ status: "pre_screening" });
    const { activities } = await readChanges(db);
    expect(activities.slice(-2).map(({ kind }) => kind)).toEqual([
      "status_changed",
      "criterion_answered",
    ]);

    expect(changeId).not.toBeNull();
    await asKim.leads.undo({ changeId: changeId ?? 0 });
    expect(await asKim.leads.get({ leadId: lead.id })).toMatchObject({
      status: "new",
      screening: { answered: 1 },
    });
  });

  it("judges numbers and choices by the criterion's rule, and refuses what it cannot read", async () => {
    const { db, answer } = await open();
    const { screening } = await answer("I2", { value: 80 });
    expect(screening.lines[1]?.answer).toMatchObject({ answer: "met", value: 80 });
    const outside = await answer("I2", {
      value: 80.5,
      expectedAnswerId: screening.lines[1]?.answer?.id ?? null,
    });
    expect(outside.screening).toMatchObject({ failing: [{ label: "I2" }] });
    expect(outside.screening.lines[1]).toMatchObject({
      answer: { answer: "not_met" },
      earlier: [{ value: 80, askedAs: null }],
    });
    expect((await answer("E2", { value: "Every day" })).screening.lines[3]?.answer).toMatchObject({
      answer: "present",
    });

    const before = await readChanges(db);
    expect(await refusalOf(answer("E1", { value: 7 }))).toEqual({
      code: "invalid",
      reason: "value",
    });
    expect(await refusalOf(answer("E2", { value: "Sometimes" }))).toMatchObject({
      code: "invalid",
    });
    expect(await readChanges(db)).toEqual(before);
  });

  it("keeps evidence that is typed on with the answer that it was typed for", async () => {
    const { db, deps, answer } = await open();
    const first = await answer("I1", { value: true });
    deps.clock.advance(60_000);
    const typed = { value: true, evidence: "Awake at three.", source: "said" } as const;
    const second = await answer("I1", { ...typed, expectedAnswerId: first.answerId });
    expect(second.answerId).toBe(first.answerId);
    expect(second.screening.lines[0]?.answer).toMatchObject({
      evidence: "Awake at three.",
      answeredAt: "2026-09-01T12:00:00.000Z",
      updatedAt: "2026-09-01T12:01:00.000Z",
    });
    const { activities, audit } = await readChanges(db);
    expect(activities.filter(({ kind }) => kind === "criterion_answered")).toHaveLength(1);
    expect(JSON.stringify(audit)).not.toContain("Awake");

    deps.clock.advance(10 * 60_000);
    const late = { ...typed, evidence: "Awake at four.", expectedAnswerId: first.answerId };
    await answer("I1", late);
    expect(await readAnswers(db)).toMatchObject([
      { evidence: "Awake at three.", replacedAt: "2026-09-01T12:11:00.000Z" },
      { evidence: "Awake at four.", replacedAt: null },
    ]);
  });

  it("makes a row of its own for what is typed on after a signature", async () => {
    const { db, deps, answer, lead, version, kim } = await open();
    const first = await answer("I1", { value: true });
    deps.clock.advance(1000);
    const review = await db
      .insertInto("reviews")
      .values({
        leadId: lead.id,
        criteriaVersionId: version.id,
        sentAt: deps.now().toISOString(),
        sentBy: kim.userId,
      })
      .returning("id")
      .executeTakeFirstOrThrow();
    await db
      .insertInto("signatures")
      .values({
        ...{ reviewId: review.id, leadId: lead.id, signerId: kim.userId, printedName: "Kim" },
        ...{ meaning: "Reviewed", signedAt: deps.now().toISOString(), timeZone: "UTC" },
        ...{ contentSha256: "a", answersSha256: "b", sha256: "c" },
      })
      .execute();
    const given = { value: true, evidence: "Awake at three.", source: "said" } as const;
    const second = await answer("I1", { ...given, expectedAnswerId: first.answerId });
    expect(second.answerId).not.toBe(first.answerId);
    expect(second.screening.lines[0]?.earlier).toMatchObject([{ evidence: null }]);
  });

  it("shows what somebody else answered meanwhile, and writes nothing over it", async () => {
    const { db, answer, asBo } = await open();
    await answer("I1", { value: true }, asBo);
    const before = await readChanges(db);
    const crossed = await answer("I1", { value: false });
    expect(crossed).toMatchObject({ saved: false, changeId: null });
    expect(crossed.screening.lines[0]?.answer).toMatchObject({
      value: true,
      answeredByName: "Bo Example",
    });
    expect(await readChanges(db)).toEqual(before);

    const { saved } = await answer("I1", { value: false, expectedAnswerId: crossed.answerId });
    expect(saved).toBe(true);
  });

  it("lets two people answer different criteria at once, and takes a lost answer's repetition for what it is", async () => {
    const { db, answer, asBo } = await open();
    const both = await Promise.all([
      answer("I1", { value: true }),
      answer("E1", { value: null }, asBo),
    ]);
    expect(both.map(({ saved }) => saved)).toEqual([true, true]);
    const again = await answer("I1", { value: true });
    expect(again).toMatchObject({
      saved: true,
      screening: { progress: { answered: 2, unknowns: 1 } },
    });
    expect(await readAnswers(db)).toHaveLength(2);

    // Typed on without having heard that the answer was saved; from elsewhere it would be another one.
    const more = { value: true, evidence: "Awake", source: "said" } as const;
    expect(await answer("I1", more)).toMatchObject({ saved: true, answerId: again.answerId });
    expect(await answer("I1", { ...more, evidence: "Asleep" })).toMatchObject({ saved: false });
    expect(await answer("I1", { ...more, evidence: "Awake!" }, asBo)).toMatchObject({
      saved: false,
    });
  });

  it("refuses a closed lead, another site's, and a criterion that is not asked", async () => {
    const { db, deps, answer, lead, asKim, siteId } = await open();
    const investigator = await buildPerson(db, { role: "investigator", siteId });
    const before = await readChanges(db);
    expect(
      await refusalOf(answer("I1", { value: true }, buildCaller(deps, investigator))),
    ).toMatchObject({ code: "forbidden" });
    expect(
      await refusalOf(
        asKim.screening.answer({
          ...{ leadId: lead.id, criterionId: 9999, expectedAnswerId: null },
          ...{ value: true, evidence: null, source: null },
        }),
      ),
    ).toMatchObject({ code: "rule_broken", reason: "criteria_changed" });
    expect(await readChanges(db)).toEqual(before);

    await asKim.leads.changeStatus({
      ...{ leadId: lead.id, to: "declined", reason: "travel", expectedVersion: 1 },
    });
    expect(await refusalOf(answer("I1", { value: true }))).toMatchObject({
      code: "rule_broken",
      reason: "closed",
    });
    expect(await readAnswers(db)).toEqual([]);
  });

  it("answers the version in force with what was asked the same before, and nothing else", async () => {
    const { db, answer, asKim, lead, criterion, version } = await open();
    await answer("I1", { value: true });
    await answer("E1", { value: false });
    const lineIds = await db.selectFrom("criteria").select(["label", "lineId"]).execute();
    const lineOf = (label: string) => lineIds.find((each) => each.label === label)?.lineId ?? 0;
    const next = await buildVersion(db, lead.studyId, 2, [
      {
        ...{ label: "I1", kind: "inclusion", text: "Sleeps badly", lineId: lineOf("I1") },
        wording: "Is your sleep bad?",
      },
      { label: "E1", kind: "exclusion", text: "Severe sleep apnoea", lineId: lineOf("E1") },
    ]);
    // Still on the screen: the first version's I1, which asks the same, and its E1, which does not.
    expect(await refusalOf(answer("E1", { value: true }))).toMatchObject({
      reason: "criteria_changed",
    });
    const standing = (await asKim.screening.read({ leadId: lead.id })).lines[0]?.answer;
    const { screening } = await answer("I1", {
      value: false,
      expectedAnswerId: standing?.id ?? null,
    });
    expect(screening).toMatchObject({
      version: { id: next.id, number: 2 },
      progress: { questions: 2, answered: 1, failed: 1 },
    });
    expect(screening.lines[0]).toMatchObject({
      answer: { criterionId: next.criteria.I1, versionNumber: 2 },
      earlier: [
        { criterionId: criterion("I1"), versionNumber: 1, askedAs: { text: "Sleeps badly" } },
      ],
    });
    expect(screening.lines[1]).toMatchObject({
      answer: null,
      earlier: [{ answer: "absent", askedAs: { text: "Sleep apnoea" } }],
    });
    expect(version.id).not.toBe(next.id);
  });
});

describe("taking an answer back", () => {
  it("lets the answer before stand again, with whoever gave it", async () => {
    const { db, deps, answer, asKim, asBo } = await open();
    const first = await answer("I1", { value: true }, asBo);
    deps.clock.advance(1000);
    const second = await answer("I1", { value: false, expectedAnswerId: first.answerId });
    deps.clock.advance(1000);
    const { screening, sentence } = await asKim.screening.takeBack({
      answerId: second.answerId ?? 0,
    });
    expect(sentence).toBe("Taken back: I1 is answered as it was before.");
    expect(screening.lines[0]?.answer).toMatchObject({
      id: first.answerId,
      answeredByName: "Bo Example",
    });
    expect(await readAnswers(db)).toHaveLength(2);
    expect(
      await refusalOf(asKim.screening.takeBack({ answerId: first.answerId ?? 0 })),
    ).toMatchObject({ reason: "not_yours" });
    expect(
      await refusalOf(asKim.screening.takeBack({ answerId: second.answerId ?? 0 })),
    ).toMatchObject({ reason: "changed_since" });
  });

  it("opens the criterion again where nothing stood before", async () => {
    const { answer, asKim } = await open();
    const { answerId } = await answer("I1", { value: true });
    const { screening } = await asKim.screening.takeBack({ answerId: answerId ?? 0 });
    expect(screening).toMatchObject({ progress: { answered: 0 } });
    expect(screening.lines[0]?.answer).toBeNull();
  });
});
