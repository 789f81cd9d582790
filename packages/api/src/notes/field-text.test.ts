import { addActivity } from "@studydesk/db/leads/activity-queries";
import { buildStudy } from "@studydesk/db/testing/build-lead";
import { buildPerson } from "@studydesk/db/testing/build-people";
import { describeOnEveryEngine } from "@studydesk/db/testing/every-engine";
import { activityText } from "@studydesk/domain/leads/activity-text";
import { expect, it } from "vitest";
import { buildAnchor } from "../testing/build-anchor";
import { buildCaller } from "../testing/build-caller";
import { between, buildCriteria } from "../testing/build-criteria";
import { refusalOf } from "../testing/build-desk";
import { readFieldTexts } from "./field-text";

describeOnEveryEngine("the words that a note can hang on", (openTestDatabase) => {
  it("are those that the lead's screens show", async () => {
    const { db, deps, kim, as, ask, inForce } = await buildCriteria((await openTestDatabase()).db);
    const leadId = await ask({ I1: 40 });
    const caller = as(kim);
    const asked = await inForce();
    const [first] = asked.criteria;
    if (!first) throw new Error("Nothing is asked.");
    const at = deps.now().toISOString();
    await addActivity(db, {
      ...{ leadId, at, byUserId: kim.userId },
      activity: { kind: "follow_up_set", from: null, to: at, note: "Wants  mornings,\nafter 9" },
    });
    const before = await caller.screening.read({ leadId });
    const standing = before.lines.find(({ criterion }) => criterion.lineId === first.lineId);
    await caller.screening.answer({
      ...{ leadId, criterionId: first.id, value: 41, evidence: "Said so twice", source: "said" },
      expectedAnswerId: standing?.answer?.id ?? null,
    });
    const lead = await caller.leads.get({ leadId });
    const timeline = await caller.leads.timeline({ leadId });
    const screening = await caller.screening.read({ leadId });
    const shown = new Map<string, string | null>([
      ...lead.submissions.map(({ id, message }) => [`message.${id}`, message] as const),
      ...timeline.map(({ id, activity }) => [`activity.${id}`, activityText(activity)] as const),
      ...screening.lines.flatMap(({ criterion, answer }) => [
        [`criterion.${criterion.lineId}`, criterion.text] as const,
        [`evidence.${criterion.lineId}`, answer?.evidence ?? null] as const,
      ]),
    ]);
    const texts = await readFieldTexts(db, kim, { leadId }, [...shown.keys()]);
    const expected = [...shown].filter(([, text]) => text);
    expect(new Map([...texts].map(([path, { text }]) => [path, text]))).toEqual(new Map(expected));
    expect([...texts.values()].map(({ text }) => text)).toContain("Wants  mornings,\nafter 9");
    expect(texts.get(`evidence.${first.lineId}`)).toMatchObject({ text: "Said so twice" });
  });

  it("are none where an id is larger than any row's", async () => {
    const { db, kim, ask, studyId } = await buildCriteria((await openTestDatabase()).db);
    const leadId = await ask({ I1: 40 });
    const ids = ["2147483648", "9999999999"];
    const kinds = ["message", "activity", "evidence", "criterion"];
    const paths = kinds.flatMap((kind) => ids.map((id) => `${kind}.${id}`));
    for (const home of [{ leadId }, { studyId }]) {
      expect(await readFieldTexts(db, kim, home, paths)).toEqual(new Map());
    }
  });

  it("are the criteria that the person is asked by, and on the study those in force", async () => {
    const { db, kim, ask, change, criteria, inForce, studyId } = await buildCriteria(
      (await openTestDatabase()).db,
    );
    const leadId = await ask({ I1: 40 });
    const lineId = (await inForce()).criteria[0]?.lineId ?? 0;
    const path = `criterion.${lineId}`;
    // Whoever is done with screening stays with the version that they were asked by.
    await db.updateTable("leads").set({ status: "declined" }).where("id", "=", leadId).execute();
    await criteria.publish(await change((all) => between(all, 16, 80)));
    const onStudy = await readFieldTexts(db, kim, { studyId }, [path, "title", "summary"]);
    expect(onStudy.get(path)).toMatchObject({ text: "Aged 16 to 80", revision: "2" });
    expect(onStudy.get("title")).toMatchObject({ text: "Morning walks", sourceType: "study" });
    expect(onStudy.has("summary")).toBe(false);
    const onLead = await readFieldTexts(db, kim, { leadId }, [path]);
    expect(onLead.get(path)).toMatchObject({ revision: "1" });
  });

  it("are no other lead's and no other site's", async () => {
    const { db, kim, elsewhere, ask } = await buildCriteria((await openTestDatabase()).db);
    const [one, other] = [await ask({}), await ask({})];
    const rows = await db.selectFrom("submissions").select(["id", "leadId"]).execute();
    const ofOther = rows.filter(({ leadId }) => leadId === other).map(({ id }) => `message.${id}`);
    expect(ofOther).toHaveLength(1);
    expect((await readFieldTexts(db, kim, { leadId: one }, ofOther)).size).toBe(0);
    const notThere = { code: "not_found" };
    await expect(readFieldTexts(db, elsewhere, { leadId: one }, [])).rejects.toMatchObject(
      notThere,
    );
    const studyId = await buildStudy(db, "Elsewhere");
    await expect(readFieldTexts(db, kim, { studyId }, ["title"])).rejects.toMatchObject(notThere);
  });
});

describeOnEveryEngine("the quote that a note is kept with", (openTestDatabase) => {
  it("is refused where its author cannot read it", async () => {
    const { db, deps, kim, siteId, studyId } = await buildCriteria((await openTestDatabase()).db);
    const someone = await buildPerson(db, { role: "investigator", siteId });
    for (const viewer of [kim, someone]) {
      const { notes } = buildCaller(deps, viewer);
      for (const anchor of wrongAnchors(studyId)) {
        const call = notes.write({ home: { studyId }, body: "Mine.", anchor });
        expect(await refusalOf(call)).toMatchObject({ code: "invalid", reason: "no_such_words" });
      }
      expect(await notes.list({ studyId })).toEqual([]);
    }
  });
});

function wrongAnchors(studyId: number) {
  const title = { sourceType: "study", fieldPath: "title", sourceId: studyId } as const;
  const right = buildAnchor(title, "Morning walks", "walks");
  return [
    buildAnchor({ ...title, sourceId: studyId + 1 }, "Morning walks", "walks"),
    buildAnchor({ ...title, fieldPath: "summary" }, "Morning walks", "walks"),
    buildAnchor({ ...title, sourceType: "lead", fieldPath: "message.1" }, "Morning", "Morning"),
    { ...right, exact: "talks" },
  ];
}
