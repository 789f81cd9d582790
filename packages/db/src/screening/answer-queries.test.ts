import { expect, it } from "vitest";
import type { Db } from "../open-database";
import { buildLead, buildStudy } from "../testing/build-lead";
import { buildPerson, buildSite } from "../testing/build-people";
import { describeOnEveryEngine } from "../testing/every-engine";
import { addAnswer, listAnswers, replaceAnswers } from "./answer-queries";
import { findScreening, saveScreenings } from "./screening-queries";
import { countAnswersByLine } from "./tally-queries";

const at = "2026-09-01T12:00:00.000Z";

/** One inclusion, in a first version and, under the same line, in a second. */
async function open(db: Db) {
  const { id: siteId } = await buildSite(db);
  const studyId = await buildStudy(db);
  const kim = await buildPerson(db, { role: "coordinator", siteId, name: "Kim Example" });
  const criterion = async (number: number, lineId: number) => {
    const version = await db
      .insertInto("criteriaVersions")
      .values({ studyId, number, createdAt: at, publishedAt: at, origin: "team" })
      .returning("id")
      .executeTakeFirstOrThrow();
    const { id } = await db
      .insertInto("criteria")
      .values({
        ...{ criteriaVersionId: version.id, lineId, position: 1, kind: "inclusion", label: "I1" },
        ...{ text: "Sleeps badly", children: "[]", cost: "phone" },
        rule: '{"kind":"yes_no","excludes":"no"}',
      })
      .returning("id")
      .executeTakeFirstOrThrow();
    return { id, versionId: version.id };
  };
  const first = await criterion(1, 7);
  const second = await criterion(2, 7);
  const answer = (leadId: number, criterionId: number, value: boolean | number | string | null) =>
    addAnswer(db, {
      ...{ leadId, criterionId, answer: value === false ? "not_met" : "met", value },
      ...{ evidence: null, source: null, answeredAt: at, answeredBy: kim.userId },
    });
  const lead = async () => (await buildLead(db, { siteId, studyId })).id;
  return { first, second, answer, lead };
}

describeOnEveryEngine("answers", (openTestDatabase) => {
  it("come back with what was said, whoever said it, oldest first, and of the asked leads alone", async () => {
    const { db } = await openTestDatabase();
    const { first, second, answer, lead } = await open(db);
    const [one, other] = [await lead(), await lead()];
    await answer(one, first.id, true);
    await answer(one, second.id, "15 Mar");
    await answer(other, first.id, 61.5);
    const third = await lead();
    await answer(third, first.id, null);
    const rows = await listAnswers(db, [one, other]);
    expect(rows.map(({ leadId, value }) => [leadId, value])).toEqual([
      [one, true],
      [one, "15 Mar"],
      [other, 61.5],
    ]);
    expect(rows[0]).toMatchObject({ answeredByName: "Kim Example", replacedAt: null });
  });

  it("stand alone at their criterion: the one before has to be replaced", async () => {
    const { db } = await openTestDatabase();
    const { first, answer, lead } = await open(db);
    const leadId = await lead();
    const before = await answer(leadId, first.id, true);
    await expect(answer(leadId, first.id, false)).rejects.toThrow();
    await replaceAnswers(db, [before], at);
    await answer(leadId, first.id, false);
    expect((await listAnswers(db, [leadId])).map(({ replacedAt }) => replacedAt)).toEqual([
      at,
      null,
    ]);
  });

  it("are counted by line over all versions, replaced ones left out, the newest two hundred of each", async () => {
    const { db } = await openTestDatabase();
    const { first, second, answer, lead } = await open(db);
    for (let each = 0; each < 3; each += 1) await answer(await lead(), first.id, each > 0);
    const replaced = await answer(await lead(), second.id, false);
    await replaceAnswers(db, [replaced], at);
    await answer(await lead(), second.id, false);
    const byAnswer = async () =>
      Object.fromEntries(
        (await countAnswersByLine(db, [7])).map(({ answer, count }) => [answer, count]),
      );
    expect(await byAnswer()).toEqual({ met: 2, not_met: 2 });
    expect(await countAnswersByLine(db, [8])).toEqual([]);

    const leads = await Promise.all(Array.from({ length: 200 }, lead));
    for (const leadId of leads) await answer(leadId, first.id, true);
    expect(await byAnswer()).toEqual({ met: 200, not_met: 1 });
  });

  it("leave what was signed and when it began, however often they are counted anew", async () => {
    const { db } = await openTestDatabase();
    const { first, second, lead } = await open(db);
    const leadId = await lead();
    const counts = { questions: 1, answered: 0, unknowns: 0, failed: 0, answersSha256: "a" };
    const row = { leadId, criteriaVersionId: first.versionId, startedAt: at, updatedAt: at };
    await saveScreenings(db, [{ ...row, ...counts }]);
    await db.updateTable("screenings").set({ signedSha256: "a" }).execute();
    const later = "2026-09-02T12:00:00.000Z";
    await saveScreenings(db, [
      {
        ...{ leadId, ...counts, criteriaVersionId: second.versionId, answered: 1 },
        ...{ answersSha256: "b", startedAt: later, updatedAt: later },
      },
    ]);
    expect(await findScreening(db, leadId)).toEqual({
      ...{ leadId, criteriaVersionId: second.versionId, questions: 1, answered: 1, unknowns: 0 },
      ...{ failed: 0, answersSha256: "b", signedSha256: "a", startedAt: at, updatedAt: later },
    });
  });
});
