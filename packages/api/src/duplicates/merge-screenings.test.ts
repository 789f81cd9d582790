import { buildConsent, buildLead } from "@studydesk/db/testing/build-lead";
import { describeOnEveryEngine, type OpenTestDatabase } from "@studydesk/db/testing/every-engine";
import type { AnswerValue } from "@studydesk/domain/screening/judge-answer";
import { expect, it } from "vitest";
import { buildCaller } from "../testing/build-caller";
import { buildScreening } from "../testing/build-screening";
import { searchDuplicates } from "./search-duplicates";

async function openTwice(openTestDatabase: OpenTestDatabase) {
  const { db } = await openTestDatabase();
  const desk = await buildScreening(db);
  const { deps, lead, siteId, kim, criterion } = desk;
  const twice = await buildLead(db, {
    ...{ siteId, studyId: lead.studyId, firstName: "Amarra", email: "amara@example.com" },
  });
  await buildConsent(db, twice);
  while (await searchDuplicates(deps));
  const caller = buildCaller(deps, kim);
  const read = (leadId: number) => caller.screening.read({ leadId });
  return {
    ...desk,
    twice,
    caller,
    read,
    async answer(leadId: number, label: string, value: AnswerValue) {
      deps.clock.advance(1000);
      const given = { expectedAnswerId: null, evidence: `${label} of ${leadId}`, source: "said" };
      await caller.screening.answer({
        ...{ leadId, criterionId: criterion(label), value },
        ...{ ...given, source: "said" as const },
      });
    },
    async merge(keptId: number, otherId: number, take: "status"[] = []) {
      deps.clock.advance(1000);
      const versionOf = async (leadId: number) => (await caller.leads.get({ leadId })).version;
      return caller.duplicates.merge({
        ...{ keptId, otherId, take },
        ...{ keptVersion: await versionOf(keptId), otherVersion: await versionOf(otherId) },
      });
    },
    async undo(mergeId: number) {
      deps.clock.advance(1000);
      await caller.duplicates.undoMerge({ mergeId });
    },
    /** What stands on both, and how far each is. */
    async readBoth() {
      const rows = await db.selectFrom("answers").selectAll().orderBy("id").execute();
      const screenings = await db.selectFrom("screenings").selectAll().orderBy("leadId").execute();
      return { rows, screenings: screenings.map(({ updatedAt: _, ...rest }) => rest) };
    },
  };
}

describeOnEveryEngine("answers of two leads that become one", (openTestDatabase) => {
  it("go over to a lead that was asked nothing, and back", async () => {
    const { lead, twice, answer, merge, undo, read, readBoth } = await openTwice(openTestDatabase);
    await answer(twice.id, "I1", true);
    await answer(twice.id, "E1", null);
    const before = await readBoth();
    const { mergeId } = await merge(lead.id, twice.id);
    expect(await read(lead.id)).toMatchObject({
      isPinned: true,
      progress: { answered: 2, unknowns: 1 },
    });
    expect((await readBoth()).screenings).toHaveLength(1);
    await undo(mergeId);
    expect(await readBoth()).toEqual(before);
  });

  it("hold together; where both were asked, the word is with the lead whose status goes on", async () => {
    const { lead, twice, answer, merge, undo, read, readBoth } = await openTwice(openTestDatabase);
    await answer(lead.id, "I1", true);
    await answer(lead.id, "I2", 61);
    await answer(twice.id, "I1", false);
    await answer(twice.id, "E1", false);
    const before = await readBoth();
    const { mergeId } = await merge(lead.id, twice.id);
    const { lines, progress } = await read(lead.id);
    expect(progress).toEqual({ questions: 4, answered: 3, unknowns: 0, failed: 0 });
    expect(lines[0]).toMatchObject({
      answer: { value: true, evidence: `I1 of ${lead.id}` },
      earlier: [{ value: false, evidence: `I1 of ${twice.id}` }],
    });
    await undo(mergeId);
    expect(await readBoth()).toEqual(before);
  });

  it("leave what was answered since the merge where it was answered", async () => {
    const { lead, twice, answer, merge, undo, read, caller, criterion } =
      await openTwice(openTestDatabase);
    await answer(twice.id, "I1", true);
    const { mergeId } = await merge(lead.id, twice.id);
    const standing = (await read(lead.id)).lines[0]?.answer;
    await caller.screening.answer({
      ...{ leadId: lead.id, criterionId: criterion("I1"), value: false, evidence: null },
      ...{ source: null, expectedAnswerId: standing?.id ?? null },
    });
    await undo(mergeId);
    expect((await read(lead.id)).lines[0]?.answer).toMatchObject({ value: false });
    expect((await read(twice.id)).lines[0]?.answer).toMatchObject({ value: true });
    expect((await read(twice.id)).progress).toMatchObject({ answered: 1, failed: 0 });
  });

  it("follow the other lead's word where its status is taken", async () => {
    const { lead, twice, answer, merge, read, caller } = await openTwice(openTestDatabase);
    await answer(lead.id, "I1", true);
    await answer(twice.id, "I1", false);
    const failed = await caller.leads.get({ leadId: twice.id });
    const line = (await read(twice.id)).failing[0];
    await caller.leads.changeStatus({
      ...{ leadId: twice.id, to: "pre_screen_failure", expectedVersion: failed.version },
      criterionId: line?.criterionId,
    });
    await merge(lead.id, twice.id, ["status"]);
    expect(await read(lead.id)).toMatchObject({
      failing: [{ label: "I1" }],
      lines: [{ answer: { value: false }, earlier: [{ value: true }] }, {}, {}, {}],
    });
  });
});
