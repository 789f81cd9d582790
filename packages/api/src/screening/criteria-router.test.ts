import { saveStudySite } from "@studydesk/db/studies/study-site-queries";
import { buildConsent, buildLead } from "@studydesk/db/testing/build-lead";
import { buildPerson, buildSite } from "@studydesk/db/testing/build-people";
import { describeOnEveryEngine } from "@studydesk/db/testing/every-engine";
import type { Viewer } from "@studydesk/domain/people/viewer";
import type { AnswerValue } from "@studydesk/domain/screening/judge-answer";
import { expect, it } from "vitest";
import { importStudy } from "../studies/import-study";
import { buildCaller } from "../testing/build-caller";
import { buildDeps } from "../testing/build-deps";
import { refusalOf } from "../testing/build-desk";

const listed = {
  inclusion: ["Aged between 18 and 80 years", "Karnofsky > 80", "Sleeps badly"],
  exclusion: ["History of asthma"],
};

function recordText(given: Partial<typeof listed> = {}): string {
  const { inclusion, exclusion } = { ...listed, ...given };
  const bullets = (items: readonly string[]) => items.map((item) => `* ${item}`).join("\n");
  return JSON.stringify({
    protocolSection: {
      identificationModule: { nctId: "NCT99000078", briefTitle: "Morning walks" },
      statusModule: { overallStatus: "RECRUITING" },
      eligibilityModule: {
        eligibilityCriteria: `Inclusion Criteria:\n\n${bullets(inclusion)}\n\nExclusion Criteria:\n\n${bullets(exclusion)}`,
        minimumAge: "18 Years",
        maximumAge: "80 Years",
      },
    },
  });
}

const said: Readonly<Record<string, AnswerValue>> = { I1: 40, I2: 90, I3: true, E1: false };

describeOnEveryEngine("a study's criteria", (openTestDatabase) => {
  async function build() {
    const { db } = await openTestDatabase();
    const deps = buildDeps(db);
    const { id: siteId } = await buildSite(db);
    const { id: otherId } = await buildSite(db, { name: "Shelbyville Clinic" });
    const owner = await buildPerson(db, { isOwner: true });
    const kim = await buildPerson(db, { role: "coordinator", siteId, name: "Kim Example" });
    const ines = await buildPerson(db, { role: "investigator", siteId, name: "Ines Example" });
    const elsewhere = await buildPerson(db, { role: "coordinator", siteId: otherId });
    const [imported] = await importStudy(deps, null, { fileText: recordText() });
    const studyId = imported?.studyId ?? 0;
    for (const each of [siteId, otherId]) {
      const at = deps.now().toISOString();
      await saveStudySite(db, { studyId, siteId: each, locationId: null, at });
    }
    const as = (viewer: Viewer) => buildCaller(deps, viewer);
    const criteria = as(ines).criteria;
    const draft = () => criteria.beginDraft({ studyId });
    const inForce = async () => {
      const { versions } = await criteria.versions({ studyId });
      const newest = versions.find(({ state }) => state === "published");
      return criteria.read({ versionId: newest?.id ?? 0 });
    };
    /** A lead in pre-screening with these answers, by label of the version in force. */
    const ask = async (answers: Readonly<Record<string, AnswerValue>>, at = siteId) => {
      const lead = await buildLead(db, { studyId, siteId: at, status: "pre_screening" });
      await buildConsent(db, lead);
      await answer(lead.id, answers, at === siteId ? kim : elsewhere);
      return lead.id;
    };
    const answer = async (
      leadId: number,
      answers: Readonly<Record<string, AnswerValue>>,
      by = kim,
    ) => {
      const asked = await inForce();
      for (const [label, value] of Object.entries(answers)) {
        const criterionId = asked.criteria.find((each) => each.label === label)?.id ?? 0;
        const given = { leadId, criterionId, value, evidence: null, source: null };
        await as(by).screening.answer({ ...given, expectedAnswerId: null });
      }
    };
    const change = async (
      edit: (criteria: Awaited<ReturnType<typeof draft>>["criteria"]) => typeof criteria,
    ) => {
      const begun = await draft();
      const saved = await criteria.saveDraft({
        ...{ versionId: begun.id, expectedRevision: begun.revision },
        criteria: edit(begun.criteria),
      });
      return { versionId: saved.id, expectedRevision: saved.revision };
    };
    return {
      ...{ db, deps, siteId, studyId, owner, kim, ines, elsewhere, as, criteria },
      ...{ draft, inForce, ask, answer, change },
    };
  }

  type Criteria = Awaited<ReturnType<Awaited<ReturnType<typeof build>>["draft"]>>["criteria"];
  /** The ages of I1. */
  const between = (criteria: Criteria, min: number, max: number): Criteria =>
    criteria.map((each) =>
      each.rule.kind === "number" && each.rule.unit === "years"
        ? { ...each, text: `Aged ${min} to ${max}`, rule: { ...each.rule, min, max } }
        : each,
    );

  it("puts the first import in force with proposed questions, and says who may change them", async () => {
    const { studyId, inForce, kim, as } = await build();
    const { versions, canEdit } = await as(kim).criteria.versions({ studyId });
    expect(canEdit).toBe(false);
    expect(versions).toMatchObject([
      { number: 1, state: "published", origin: "registry", questions: 4, doubts: 0 },
    ]);
    const { criteria } = await inForce();
    expect(criteria.map(({ label, wording }) => [label, wording])).toEqual([
      ["I1", "How old are you?"],
      ["I2", "Has anybody told you your Karnofsky score, and what was it?"],
      ["I3", null],
      ["E1", "Has a doctor ever told you that you have, or had, asthma?"],
    ]);
    expect(criteria.map(({ id }) => id)).toEqual(criteria.map(({ lineId }) => lineId));
  });

  it("begins one draft for everybody, saves it whole, counts labels anew, and discards it", async () => {
    const { criteria, draft, owner, as, studyId, inForce } = await build();
    const begun = await draft();
    expect((await as(owner).criteria.beginDraft({ studyId })).id).toBe(begun.id);
    expect(begun).toMatchObject({ state: "draft", number: 2, basedOnNumber: 1, revision: 1 });
    const [i1, i2, i3, e1] = begun.criteria;
    if (!i1 || !i2 || !i3 || !e1) throw new Error("There are four criteria.");
    const added = { ...i3, lineId: null, text: "Lives nearby" };
    const saved = await criteria.saveDraft({
      ...{ versionId: begun.id, expectedRevision: 1 },
      criteria: [i3, { ...i1, wording: "What is your age?" }, added, e1],
    });
    expect(saved.criteria.map(({ label, lineId, text }) => [label, lineId, text])).toEqual([
      ["I1", i3.lineId, "Sleeps badly"],
      ["I2", i1.lineId, "Aged between 18 and 80 years"],
      ["I3", expect.any(Number), "Lives nearby"],
      ["E1", e1.lineId, "History of asthma"],
    ]);
    const { againstNumber, changes } = await criteria.diff({ versionId: begun.id });
    expect(againstNumber).toBe(1);
    expect(changes.map(({ change, after, before }) => [change, (after ?? before)?.text])).toEqual([
      ["wording", "Aged between 18 and 80 years"],
      ["added", "Lives nearby"],
      ["removed", "Karnofsky > 80"],
    ]);
    expect((await inForce()).criteria.map(({ text }) => text)).not.toContain("Lives nearby");
    await criteria.discardDraft({ versionId: begun.id });
    expect((await criteria.versions({ studyId })).versions).toHaveLength(1);
    expect((await draft()).criteria).toHaveLength(4);
  });

  it("never writes over what somebody else saved, nor into a published version", async () => {
    const { criteria, draft, inForce } = await build();
    const begun = await draft();
    const save = { versionId: begun.id, expectedRevision: 1, criteria: begun.criteria };
    await criteria.saveDraft(save);
    expect(await refusalOf(criteria.saveDraft(save))).toMatchObject({
      ...{ code: "conflict", reason: "stale_version", details: { currentVersion: 2 } },
    });
    expect(
      await refusalOf(criteria.publish({ versionId: begun.id, expectedRevision: 1 })),
    ).toMatchObject({ code: "conflict" });
    const { id: versionId, criteria: published } = await inForce();
    const refused = { code: "conflict", reason: "published" };
    for (const call of [
      criteria.saveDraft({ versionId, expectedRevision: 1, criteria: [] }),
      criteria.discardDraft({ versionId }),
      criteria.publish({ versionId, expectedRevision: 1 }),
    ]) {
      expect(await refusalOf(call)).toMatchObject(refused);
    }
    expect((await inForce()).criteria).toEqual(published);
  });

  it("gives no line of another study away, and each line once", async () => {
    const { criteria, draft, deps } = await build();
    const other = recordText().replace("NCT99000078", "NCT99000079");
    const [imported] = await importStudy(deps, null, { fileText: other });
    const foreign = await deps.db
      .selectFrom("criteria")
      .innerJoin("criteriaVersions", "criteriaVersions.id", "criteria.criteriaVersionId")
      .select("criteria.lineId")
      .where("studyId", "=", imported?.studyId ?? 0)
      .executeTakeFirstOrThrow();
    const begun = await draft();
    const [i1] = begun.criteria;
    if (!i1) throw new Error("There is a first criterion.");
    const saved = await criteria.saveDraft({
      ...{ versionId: begun.id, expectedRevision: 1 },
      criteria: [i1, i1, { ...i1, lineId: foreign.lineId }],
    });
    const lines = saved.criteria.map(({ lineId }) => lineId);
    expect(lines[0]).toBe(i1.lineId);
    expect(new Set([...lines, foreign.lineId]).size).toBe(4);
  });

  it("is not published while something is in doubt, or when nothing is asked", async () => {
    const { criteria, change, inForce } = await build();
    const doubt = { kind: "bound_unclear", sentence: "Which unit?" } as const;
    const doubtful = await change((all) => all.map((each) => ({ ...each, doubt })));
    expect(await refusalOf(criteria.publish(doubtful))).toMatchObject({
      ...{ code: "rule_broken", reason: "open_doubts", details: { open: 4 } },
    });
    const empty = await change(() => []);
    expect(await refusalOf(criteria.publish(empty))).toMatchObject({ reason: "no_criteria" });
    expect((await inForce()).number).toBe(1);
  });

  it("says who keeps, who is asked again and who may fit, before publishing as after", async () => {
    const { db, criteria, change, ask, as, kim, ines, studyId, elsewhere } = await build();
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

  it("asks again of what is new only whoever had answered everything", async () => {
    const { criteria, change, ask } = await build();
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
    const { criteria, change, ask, answer, as, kim, ines, db } = await build();
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
  });

  it("keeps what a person edited in the draft when the record changes, and tells an open editor", async () => {
    const { criteria, draft, deps, change } = await build();
    const wording = "Did you ever have asthma?";
    const edited = await change((all) =>
      all.map((each) => (each.label === "E1" ? { ...each, wording } : each)),
    );
    await importStudy(deps, null, {
      fileText: recordText({
        inclusion: ["Willing to travel", ...listed.inclusion],
        exclusion: ["History of severe asthma"],
      }),
    });
    const followed = await draft();
    expect(followed.id).toBe(edited.versionId);
    expect(followed.criteria.map(({ label, text }) => [label, text])).toEqual([
      ["I1", "Willing to travel"],
      ["I2", "Aged between 18 and 80 years"],
      ["I3", "Karnofsky > 80"],
      ["I4", "Sleeps badly"],
      ["E1", "History of severe asthma"],
    ]);
    const asthma = followed.criteria.at(-1);
    expect(asthma).toMatchObject({ wording, doubt: { kind: "record_changed" } });
    expect(
      await refusalOf(criteria.saveDraft({ ...edited, criteria: followed.criteria })),
    ).toMatchObject({ code: "conflict" });
  });

  it("takes a draft of the record's own away when the record goes back", async () => {
    const { studyId, criteria, deps } = await build();
    await importStudy(deps, null, { fileText: recordText({ exclusion: ["History of epilepsy"] }) });
    expect((await criteria.versions({ studyId })).versions).toHaveLength(2);
    await importStudy(deps, null, { fileText: recordText() });
    expect((await criteria.versions({ studyId })).versions).toMatchObject([{ number: 1 }]);
  });

  it("publishes once when two people do it at the same moment", async () => {
    const { criteria, change, as, owner, inForce } = await build();
    const ready = await change((all) => between(all, 16, 80));
    const done = await Promise.allSettled([
      criteria.publish(ready),
      as(owner).criteria.publish(ready),
    ]);
    expect(done.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    expect((await inForce()).number).toBe(2);
  });
});

function never(): never {
  throw new Error("There is one.");
}
