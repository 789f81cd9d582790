import { buildPerson } from "@studydesk/db/testing/build-people";
import { describeOnEveryEngine, openTestSqlite } from "@studydesk/db/testing/every-engine";
import { DomainError } from "@studydesk/domain/errors";
import { expect, it } from "vitest";
import { buildCaller } from "../testing/build-caller";
import { refusalOf } from "../testing/build-desk";
import { buildOverview } from "../testing/build-overview";
import { importStudy } from "./import-study";
import { readStaleOverviews } from "./overview-view";
import { findPageOverview } from "./page-overview";
import { getStudyPage } from "./study-page-view";
import { readStudies } from "./study-view";

const english = { language: "en", hasOwnSummary: false } as const;

describeOnEveryEngine("plain-language texts", (openTestDatabase) => {
  async function build() {
    const { db } = await openTestDatabase();
    const world = await buildOverview(db);
    const { place, asBo } = world;
    return {
      ...world,
      save: (text: string, expectedVersion: number | null) =>
        asBo.saveDraft({ ...place, text, expectedVersion }),
      readAudit: () =>
        db
          .selectFrom("audit")
          .select(["action", "actorId", "details"])
          .where("action", "like", "overview.%")
          .orderBy("sequence")
          .execute(),
      onPage: () => findPageOverview(db, world.studyId, english),
    };
  }

  it("writes by hand, keeps what is typed, and shows readers nothing of it", async () => {
    const { asBo, place, save, onPage, readAudit } = await build();
    expect(await asBo.read(place)).toMatchObject({ draft: null, published: null, history: [] });
    expect(await save("A walk", null)).toMatchObject({ origin: "person", version: 1 });
    expect(await save("A walk, and sleep.\r\n\u0007", 1)).toMatchObject({
      text: "A walk, and sleep.",
      updatedByName: "Bo Example",
      version: 2,
    });
    expect(await onPage()).toBeUndefined();
    expect(await readAudit()).toEqual([]);
  });

  it("overwrites nobody: another version is a conflict and stays as it is", async () => {
    const { asBo, asOlga, place, save } = await build();
    await save("Mine", null);
    await asOlga.saveDraft({ ...place, text: "Theirs", expectedVersion: 1 });
    const draft = (await asBo.read(place)).draft;
    const stale = { code: "conflict", reason: "stale_version", details: { currentVersion: 2 } };
    expect(await refusalOf(save("Mine again", 1))).toEqual(stale);
    expect(await refusalOf(save("Mine from nothing", null))).toEqual(stale);
    expect(await refusalOf(asBo.draftWithAi({ ...place, expectedVersion: 1 }))).toEqual(stale);
    expect((await asBo.read(place)).draft).toEqual(draft);
    expect(draft).toMatchObject({ text: "Theirs", updatedByName: "Olga Owner" });
  });

  it("drafts with AI from the public text alone, and gives back what stood there before", async () => {
    const { asBo, place, save, asked, answer, bo, readAudit } = await build();
    await save("By hand", null);
    const drafted = await asBo.draftWithAi({ ...place, expectedVersion: 1 });
    expect(drafted).toMatchObject({
      text: answer.text,
      origin: "ai",
      model: "made-up-1",
      hasPrevious: true,
      version: 2,
    });
    expect(asked).toHaveLength(1);
    expect(asked[0]?.registryText).toContain("Does a walk in the morning help people sleep?");
    expect(JSON.stringify(asked)).not.toMatch(/Bo Example|202-555|Study Contact/);
    expect(await readAudit()).toEqual([
      {
        action: "overview.drafted_by_ai",
        actorId: bo.userId,
        details: expect.stringContaining('"language":"en"'),
      },
    ]);
    const back = await asBo.takeBack({ overviewId: drafted.id, expectedVersion: 2 });
    expect(back).toMatchObject({ text: "By hand", origin: "person", model: null });
    const again = await asBo.takeBack({ overviewId: drafted.id, expectedVersion: 3 });
    expect(again).toMatchObject({ text: answer.text, origin: "ai", version: 4 });
  });

  it("stays a draft by AI however it is edited, until it is begun anew", async () => {
    const { asBo, place, save } = await build();
    const drafted = await asBo.draftWithAi({ ...place, expectedVersion: null });
    expect(await save("Every word another", 1)).toMatchObject({ origin: "ai" });
    const over = await asBo.startOver({ overviewId: drafted.id, expectedVersion: 2 });
    expect(over).toMatchObject({ text: "", origin: "person", model: null, hasPrevious: true });
  });

  it("publishes by a named person, freezes the text and says so in the audit", async () => {
    const { asBo, save, publish, place, onPage, bo, readAudit, deps } = await build();
    await save("A walk every morning for 6 weeks.", null);
    const overviewId = await publish();
    const at = deps.now().toISOString();
    expect(await onPage()).toEqual({
      language: "en",
      text: "A walk every morning for 6 weeks.",
      origin: "person",
      publishedAt: at,
    });
    expect(await asBo.read(place)).toMatchObject({
      draft: null,
      published: {
        id: overviewId,
        publishedByName: "Bo Example",
        checkedFindings: [{ kind: "number", quote: "6 weeks" }],
        isStale: false,
      },
      languages: [{ language: "en", hasDraft: false, isPublished: true }, {}, {}, {}],
    });
    const audit = await readAudit();
    expect(audit).toMatchObject([{ action: "overview.published", actorId: bo.userId }]);
    expect(JSON.parse(audit[0]?.details ?? "")).toEqual({
      overviewId,
      language: "en",
      origin: "person",
      replacedId: null,
      checked_number: 1,
    });
    const draft = { overviewId, expectedVersion: 2 };
    expect(await refusalOf(asBo.startOver(draft))).toMatchObject({ code: "conflict" });
  });

  it("refuses to publish what nobody looked at, an empty text, and what was checked against another record", async () => {
    const { asBo, place, save, onPage } = await build();
    const { id: overviewId } = await save("It will cure you in 6 weeks.", null);
    const { sha256: sourceSha256 } = (await asBo.read(place)).registry;
    const publication = { overviewId, expectedVersion: 1, sourceSha256, checkedFindings: [] };
    expect(await refusalOf(asBo.publish(publication))).toEqual({
      code: "rule_broken",
      reason: "unchecked_claims",
      details: { open: 2 },
    });
    const other = { ...publication, sourceSha256: "0".repeat(64) };
    expect(await refusalOf(asBo.publish(other))).toMatchObject({ reason: "registry_changed" });
    await save(" \u200b ", 1);
    const empty = { ...publication, expectedVersion: 2 };
    expect(await refusalOf(asBo.publish(empty))).toMatchObject({ reason: "empty" });
    expect(await onPage()).toBeUndefined();
  });

  it("replaces the published text with the next, and withdraws it in one step", async () => {
    const { asBo, asOlga, place, save, publish, onPage, readAudit } = await build();
    await save("First", null);
    const first = await publish();
    const edited = await asBo.reuse({ overviewId: first, expectedVersion: null });
    await save("Second", edited.version);
    expect(await onPage()).toMatchObject({ text: "First" });
    const second = await publish();
    expect(await onPage()).toMatchObject({ text: "Second" });
    await asOlga.withdraw({ overviewId: first });
    expect(await onPage()).toMatchObject({ text: "Second" });
    await asOlga.withdraw({ overviewId: second });
    await asBo.withdraw({ overviewId: second });
    expect(await onPage()).toBeUndefined();
    const { published, history } = await asBo.read(place);
    expect(published).toBeNull();
    expect(history.map(({ text, withdrawnByName }) => [text, withdrawnByName])).toEqual([
      ["Second", "Olga Owner"],
      ["First", "Bo Example"],
    ]);
    const actions = (await readAudit()).map(({ action }) => action);
    expect(actions).toEqual(["overview.published", "overview.published", "overview.withdrawn"]);
  });

  it("tells that the registry's text changed since, and keeps showing the text", async () => {
    const { asBo, bo, db, deps, studyId, nctId, place, save, publish, onPage } = await build();
    await save("A walk.", null);
    await publish();
    expect((await readStaleOverviews(db, [studyId])).get(studyId)).toBeUndefined();
    const fileText = JSON.stringify({
      protocolSection: {
        identificationModule: { nctId, briefTitle: "A study of evening walks" },
        statusModule: { overallStatus: "RECRUITING" },
      },
    });
    await importStudy(deps, null, { fileText });
    expect((await readStaleOverviews(db, [studyId])).get(studyId)).toEqual(["en"]);
    expect((await readStaleOverviews(db, [])).size).toBe(0);
    expect((await asBo.read(place)).published).toMatchObject({ isStale: true });
    expect((await readStudies(db, bo))[0]?.staleOverviews).toEqual(["en"]);
    expect(await onPage()).toMatchObject({ text: "A walk." });
  });

  it("stands on the public page until it is withdrawn", async () => {
    const { asBo, deps, nctId, save, publish } = await build();
    const onPublicPage = async () => (await getStudyPage(deps, nctId, "ar")).page.overview;
    await save("A walk.", null);
    expect(await onPublicPage()).toBeUndefined();
    const overviewId = await publish();
    expect(await onPublicPage()).toMatchObject({ text: "A walk.", language: "en" });
    await asBo.withdraw({ overviewId });
    expect(await onPublicPage()).toBeUndefined();
  });

  it("falls back to English where the reader would be given English anyway", async () => {
    const { db, studyId, save, publish } = await build();
    await save("A walk.", null);
    await publish();
    const inSpanish = (hasOwnSummary: boolean) =>
      findPageOverview(db, studyId, { language: "es", hasOwnSummary });
    expect(await inSpanish(false)).toMatchObject({ language: "en" });
    expect(await inSpanish(true)).toBeUndefined();
  });

  it("leaves the draft as it was when the AI fails, and says what it said", async () => {
    const { deps, bo, place, save, asBo, readAudit } = await build();
    await save("By hand", null);
    const before = await asBo.read(place);
    const failing = buildCaller(
      {
        ...deps,
        draftOverview: async () => {
          throw new DomainError("rule_broken", "It is asleep. Try again.", {
            reason: "ai_timeout",
          });
        },
      },
      bo,
    ).overviews;
    const asked = failing.draftWithAi({ ...place, expectedVersion: 1 });
    expect(await refusalOf(asked)).toEqual({ code: "rule_broken", reason: "ai_timeout" });
    expect(await asBo.read(place)).toEqual(before);
    expect(await readAudit()).toEqual([]);
  });
});

it("tells those who word no study nothing of its drafts, and lets them withdraw nothing", async () => {
  const { db } = await openTestSqlite();
  const { deps, siteId, asBo, place, publish } = await buildOverview(db);
  const { id } = await asBo.saveDraft({ ...place, text: "A walk.", expectedVersion: null });
  const coordinator = await buildPerson(db, { role: "coordinator", siteId });
  const withdraw = () => buildCaller(deps, coordinator).overviews.withdraw({ overviewId: id });
  expect(await refusalOf(withdraw())).toMatchObject({ code: "not_found" });
  await publish();
  expect(await refusalOf(withdraw())).toMatchObject({ code: "forbidden" });
});
