import { lockAuditHead } from "@studydesk/db/dialect";
import { describeOnEveryEngine } from "@studydesk/db/testing/every-engine";
import { expect, it } from "vitest";
import { importStudy } from "../studies/import-study";
import { between, buildCriteria, listed, recordText } from "../testing/build-criteria";
import { refusalOf } from "../testing/build-desk";
import { whileHeld } from "../testing/while-held";

describeOnEveryEngine("a study's criteria", (openTestDatabase, engine) => {
  const open = async () => (await openTestDatabase()).db;

  it("puts the first import in force with proposed questions, and says who may change them", async () => {
    const { studyId, inForce, kim, as } = await buildCriteria(await open());
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
    const { criteria, draft, owner, as, studyId, inForce } = await buildCriteria(await open());
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
    const { criteria, draft, inForce } = await buildCriteria(await open());
    const begun = await draft();
    const save = { versionId: begun.id, expectedRevision: 1, criteria: begun.criteria };
    expect(await criteria.saveDraft(save)).toMatchObject({ savedByName: "Ines Example" });
    expect(await refusalOf(criteria.saveDraft(save))).toMatchObject({
      ...{ code: "conflict", reason: "stale_version", details: { currentVersion: 2 } },
    });
    expect(
      await refusalOf(criteria.publish({ versionId: begun.id, expectedRevision: 1 })),
    ).toMatchObject({ code: "conflict" });
    const { id: versionId, criteria: published } = await inForce();
    const refused = { code: "conflict", reason: "published" };
    for (const call of [
      () => criteria.saveDraft({ versionId, expectedRevision: 1, criteria: [] }),
      () => criteria.discardDraft({ versionId }),
      () => criteria.publish({ versionId, expectedRevision: 1 }),
    ]) {
      expect(await refusalOf(call())).toMatchObject(refused);
    }
    expect((await inForce()).criteria).toEqual(published);
  });

  it("gives no line of another study away, and each line once", async () => {
    const { criteria, draft, deps } = await buildCriteria(await open());
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
    const { criteria, change, inForce } = await buildCriteria(await open());
    const doubt = { kind: "bound_unclear", sentence: "Which unit?" } as const;
    const doubtful = await change((all) => all.map((each) => ({ ...each, doubt })));
    expect(await refusalOf(criteria.publish(doubtful))).toMatchObject({
      ...{ code: "rule_broken", reason: "open_doubts", details: { open: 4 } },
    });
    const empty = await change(() => []);
    expect(await refusalOf(criteria.publish(empty))).toMatchObject({ reason: "no_criteria" });
    expect((await inForce()).number).toBe(1);
  });

  it("keeps what a person edited in the draft when the record changes, and tells an open editor", async () => {
    const { criteria, draft, deps, change } = await buildCriteria(await open());
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
    expect(followed).toMatchObject({ id: edited.versionId, savedByName: null });
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
    const { studyId, criteria, deps } = await buildCriteria(await open());
    await importStudy(deps, null, { fileText: recordText({ exclusion: ["History of epilepsy"] }) });
    expect((await criteria.versions({ studyId })).versions).toHaveLength(2);
    await importStudy(deps, null, { fileText: recordText() });
    expect((await criteria.versions({ studyId })).versions).toMatchObject([{ number: 1 }]);
  });

  it("publishes once when two people do it at the same moment", async () => {
    const { criteria, change, as, owner, inForce } = await buildCriteria(await open());
    const ready = await change((all) => between(all, 16, 80));
    const done = await Promise.allSettled([
      criteria.publish(ready),
      as(owner).criteria.publish(ready),
    ]);
    expect(done.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    expect((await inForce()).number).toBe(2);
  });

  it.runIf(engine === "postgres")(
    "takes nothing out of a version that somebody publishes meanwhile (skipped on SQLite: one writes at a time)",
    async () => {
      const { db, criteria, change, as, owner, inForce } = await buildCriteria(await open());
      const ready = await change((all) => between(all, 16, 80));
      const [published, discarded, saved] = await whileHeld(db, lockAuditHead, [
        () => criteria.publish(ready),
        () => refusalOf(as(owner).criteria.discardDraft({ versionId: ready.versionId })),
        () => refusalOf(as(owner).criteria.saveDraft({ ...ready, criteria: [] })),
      ]);
      expect(published?.status).toBe("fulfilled");
      const refused = { value: { code: "conflict", reason: "published" } };
      expect([discarded, saved]).toMatchObject([refused, refused]);
      const { number, criteria: asked } = await inForce();
      expect([number, asked.length]).toEqual([2, 4]);
    },
  );
});
