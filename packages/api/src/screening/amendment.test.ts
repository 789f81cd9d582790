import { buildLead } from "@studydesk/db/testing/build-lead";
import { describeOnEveryEngine } from "@studydesk/db/testing/every-engine";
import type { Viewer } from "@studydesk/domain/people/viewer";
import { expect, it } from "vitest";
import { between, buildCriteria, said } from "../testing/build-criteria";
import { refusalOf } from "../testing/build-desk";

describeOnEveryEngine("an amendment", (openTestDatabase) => {
  const open = async () => (await openTestDatabase()).db;

  it("says who keeps, who is asked again and who may fit, before publishing as after", async () => {
    const { db, criteria, change, ask, as, kim, ines, studyId, elsewhere } = await buildCriteria(
      await open(),
    );
    const whole = await ask(said);
    const begun = await ask({ I3: true });
    const young = await ask({ ...said, I1: 17 });
    const old = await ask({ ...said, I1: 95 });
    const asthmatic = await ask({ ...said, I1: 17, E1: true });
    const far = await ask(said, await siteOf(elsewhere));
    const untouched = await buildLead(db, { studyId, siteId: await siteOf(kim) });
    const [i1] = (await criteria.read({ versionId: (await versionsOf())[0]?.id ?? 0 })).criteria;
    for (const leadId of [young, old, asthmatic]) await fail(leadId);
    const toPublish = await change((all) => between(all, 16, 80));
    const effect = { keeps: 1, askAgain: 2, mayFit: 1 };
    expect(await criteria.effect({ versionId: toPublish.versionId })).toEqual(effect);
    const published = await criteria.publish(toPublish);
    expect(published).toEqual({ versionId: toPublish.versionId, number: 2, effect });
    expect(await criteria.effect({ versionId: published.versionId })).toEqual(effect);

    const seen = await as(kim).criteria.amendment({ versionId: published.versionId });
    // Nobody sees a lead of another site, nor who was never asked.
    expect(seen.counts).toEqual({ ...effect, askAgain: 1 });
    expect(seen.rows.map(({ leadId, effect: what, labels }) => [leadId, what, labels])).toEqual([
      [whole, "ask_again", ["I1"]],
      [begun, "keeps", []],
      [young, "may_fit", ["I1"]],
    ]);
    expect(seen.rows.map(({ leadId }) => leadId)).not.toContain(untouched.id);
    expect(
      (await as(elsewhere).criteria.amendment({ versionId: published.versionId })).rows,
    ).toMatchObject([{ leadId: far }]);

    // Open ones are asked by the new version; who failed stays with the old one until opened again.
    const pinned = await db
      .selectFrom("screenings")
      .innerJoin("criteriaVersions", "criteriaVersions.id", "screenings.criteriaVersionId")
      .select(["leadId", "number", "answered"])
      .orderBy("leadId")
      .execute();
    expect(pinned).toEqual([
      { leadId: whole, number: 2, answered: 3 },
      { leadId: begun, number: 2, answered: 1 },
      { leadId: young, number: 1, answered: 4 },
      { leadId: old, number: 1, answered: 4 },
      { leadId: asthmatic, number: 1, answered: 4 },
      { leadId: far, number: 2, answered: 3 },
    ]);
    const audit = await db
      .selectFrom("audit")
      .selectAll()
      .orderBy("sequence", "desc")
      .limit(1)
      .execute();
    expect(audit).toMatchObject([
      { action: "criteria.published", subject: "study", actorId: ines.userId },
    ]);

    function versionsOf() {
      return criteria.versions({ studyId }).then(({ versions }) => versions);
    }
    async function siteOf(viewer: Viewer): Promise<number> {
      return viewer.roles[0]?.siteId ?? 0;
    }
    async function fail(leadId: number): Promise<void> {
      const { version } = await as(kim).leads.get({ leadId });
      await as(kim).leads.changeStatus({
        ...{ leadId, to: "pre_screen_failure", criterionId: i1?.id ?? 0, expectedVersion: version },
      });
    }
  });

  it("judges anew what was said to the same question in an earlier version", async () => {
    const { criteria, change, ask, as, kim } = await buildCriteria(await open());
    const [young, old] = [await ask({ ...said, I1: 17 }), await ask({ ...said, I1: 95 })];
    await criteria.publish(await change((all) => all.filter(({ label }) => label !== "I3")));
    const [i1] = (await criteria.read({ versionId: 2 })).criteria;
    for (const leadId of [young, old]) {
      const { version: expectedVersion } = await as(kim).leads.get({ leadId });
      const move = { to: "pre_screen_failure", criterionId: i1?.id ?? 0 } as const;
      await as(kim).leads.changeStatus({ leadId, ...move, expectedVersion });
    }
    const { versionId } = await criteria.publish(await change((all) => between(all, 16, 80)));
    const { rows } = await as(kim).criteria.amendment({ versionId });
    expect(rows).toMatchObject([{ leadId: young, effect: "may_fit" }]);
  });

  it("asks again of what is new only whoever had answered everything", async () => {
    const { criteria, change, ask } = await buildCriteria(await open());
    const whole = await ask(said);
    await ask({ I1: 40 });
    const published = await criteria.publish(
      await change((all) => [...all, { ...(all[2] ?? never()), lineId: 999_999, text: "New" }]),
    );
    expect(published.effect).toEqual({ keeps: 1, askAgain: 1, mayFit: 0 });
    const { rows } = await criteria.amendment({ ...published, effect: "ask_again" });
    expect(rows).toMatchObject([{ leadId: whole, labels: ["I4"], isAskedSince: false }]);
  });

  it("makes follow-ups in one press, each of which can be taken back", async () => {
    const { criteria, change, ask, answer, as, kim, ines, db } = await buildCriteria(await open());
    const [first, second, answered] = [await ask(said), await ask(said), await ask(said)];
    const failed = await ask({ ...said, I1: 17 });
    const { id: failedBy } = (await criteria.read({ versionId: 1 })).criteria[0] ?? never();
    const { version } = await as(kim).leads.get({ leadId: failed });
    await as(kim).leads.changeStatus({
      ...{
        leadId: failed,
        to: "pre_screen_failure",
        criterionId: failedBy,
        expectedVersion: version,
      },
    });
    const { versionId } = await criteria.publish(await change((all) => between(all, 16, 80)));
    await answer(answered, { I1: 40 });
    const press = { versionId, effect: "ask_again" } as const;
    expect(await refusalOf(as(ines).criteria.followUpAmendment(press))).toMatchObject({
      code: "forbidden",
    });
    const made = await as(kim).criteria.followUpAmendment(press);
    expect(made).toMatchObject({ made: 2, refused: 0, next: null });
    const rows = await db
      .selectFrom("leads")
      .select(["id", "followUpAt", "followUpNote"])
      .orderBy("id")
      .execute();
    const due = { followUpAt: "2026-09-01T12:00:00.000Z", followUpNote: "Ask again: I1" };
    expect(rows).toMatchObject([
      { id: first, ...due },
      { id: second, ...due },
      { id: answered, followUpAt: null },
      { id: failed, followUpAt: null },
    ]);
    // Pressed again, it makes nothing more.
    expect(await as(kim).criteria.followUpAmendment(press)).toMatchObject({ made: 0 });
    const { rows: listed } = await as(kim).criteria.amendment({ ...press });
    expect(
      listed.map(({ leadId, isAskedSince, followUpAt }) => [leadId, isAskedSince, followUpAt]),
    ).toEqual([
      [first, false, due.followUpAt],
      [second, false, due.followUpAt],
      [answered, true, null],
    ]);

    const opened = await as(kim).criteria.followUpAmendment({ versionId, effect: "may_fit" });
    expect(opened).toMatchObject({ made: 1, refused: 0 });
    expect(await as(kim).leads.get({ leadId: failed })).toMatchObject({
      status: "pre_screening",
      statusReason: "criteria_changed",
      followUpNote: "May fit now: I1 changed",
      screening: { versionNumber: 2 },
    });
    for (const changeId of opened.changeIds.toReversed()) await as(kim).leads.undo({ changeId });
    expect(await as(kim).leads.get({ leadId: failed })).toMatchObject({
      status: "pre_screen_failure",
      followUpAt: null,
    });
    await as(kim).leads.undo({ changeId: made.changeIds[0] ?? 0 });
    expect(await as(kim).leads.get({ leadId: first })).toMatchObject({ followUpAt: null });
    // What was taken back is open again, and pressing again makes that alone.
    const { rows: again } = await as(kim).criteria.amendment({ ...press });
    expect(again.map(({ followUpAt }) => followUpAt)).toEqual([null, due.followUpAt, null]);
    expect(await as(kim).criteria.followUpAmendment(press)).toMatchObject({ made: 1 });
  });
});

function never(): never {
  throw new Error("There is one.");
}
