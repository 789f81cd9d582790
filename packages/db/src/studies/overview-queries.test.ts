import { expect, it } from "vitest";
import { isUniqueViolation } from "../dialect";
import type { Db } from "../open-database";
import { buildStudy } from "../testing/build-lead";
import { buildPerson } from "../testing/build-people";
import { describeOnEveryEngine } from "../testing/every-engine";
import {
  addOverviewDraft,
  findOverview,
  findOverviewDraft,
  listLiveOverviews,
  listPageOverviews,
  listPublishedSources,
  listWithdrawnOverviews,
  publishOverviewDraft,
  updateOverviewDraft,
  withdrawPublishedOverview,
} from "./overview-queries";

const at = "2026-09-01T12:00:00.000Z";
const later = "2026-09-02T12:00:00.000Z";
const words = {
  text: "A plain text.",
  origin: "ai",
  model: "a-model",
  sourceSha256: "a".repeat(64),
} as const;
const publication = {
  sourceSha256: "b".repeat(64),
  checkedFindings: [{ kind: "number", quote: "12 weeks", key: "number: 12 weeks: It takes…" }],
};

async function build(db: Db) {
  const { userId: byUserId } = await buildPerson(db, { name: "Bo Example" });
  const place = { studyId: await buildStudy(db), language: "en" } as const;
  const id = await addOverviewDraft(db, { ...place, ...words, byUserId, at });
  const draft = (version: number) => ({ id, version, byUserId, at: later });
  return { place, id, byUserId, draft };
}

describeOnEveryEngine("overview queries", (openTestDatabase) => {
  it("keeps one draft per study and language, saved over its own version alone", async () => {
    const { db } = await openTestDatabase();
    const { place, id, byUserId, draft } = await build(db);
    const second = addOverviewDraft(db, { ...place, ...words, byUserId, at });
    expect(await second.catch(isUniqueViolation)).toBe(true);
    await addOverviewDraft(db, { ...place, ...words, language: "es", byUserId, at });
    expect(await updateOverviewDraft(db, draft(1), { text: "Newer.", previous: words })).toBe(true);
    expect(await updateOverviewDraft(db, draft(1), { text: "Lost?" })).toBe(false);
    expect(await findOverviewDraft(db, place)).toMatchObject({
      ...words,
      id,
      text: "Newer.",
      previous: words,
      updatedAt: later,
      updatedByName: "Bo Example",
      version: 2,
    });
    expect(await listPageOverviews(db, place.studyId, ["en", "es"])).toEqual([]);
  });

  it("shows readers what is published, and freezes it", async () => {
    const { db } = await openTestDatabase();
    const { place, id, byUserId, draft } = await build(db);
    expect(await publishOverviewDraft(db, draft(2), publication)).toBe(false);
    expect(await publishOverviewDraft(db, draft(1), publication)).toBe(true);
    expect(await publishOverviewDraft(db, draft(2), publication)).toBe(false);
    expect(await updateOverviewDraft(db, draft(2), { text: "Changed?" })).toBe(false);
    expect(await findOverviewDraft(db, place)).toBeUndefined();
    expect(await listPageOverviews(db, place.studyId, ["es", "en"])).toEqual([
      { language: "en", text: words.text, origin: "ai", publishedAt: later },
    ]);
    expect(await listPublishedSources(db)).toEqual([
      { ...place, sourceSha256: publication.sourceSha256 },
    ]);
    expect(await listLiveOverviews(db, place.studyId)).toMatchObject([{ id, publishedAt: later }]);
    expect(await listWithdrawnOverviews(db, place)).toEqual([]);
    expect(await findOverview(db, id)).toMatchObject({
      checkedFindings: publication.checkedFindings,
      publishedByName: "Bo Example",
    });
    const next = await addOverviewDraft(db, { ...place, ...words, byUserId, at });
    const twice = publishOverviewDraft(
      db,
      { id: next, version: 1, byUserId, at: later },
      publication,
    );
    expect(await twice.catch(isUniqueViolation)).toBe(true);
  });

  it("withdraws the published text alone, once", async () => {
    const { db } = await openTestDatabase();
    const { place, id, byUserId, draft } = await build(db);
    const by = { userId: byUserId, at: later };
    expect(await withdrawPublishedOverview(db, place, by)).toBeUndefined();
    expect(await findOverviewDraft(db, place)).toMatchObject({ id, withdrawnAt: null });
    await publishOverviewDraft(db, draft(1), publication);
    expect(await withdrawPublishedOverview(db, { ...place, language: "es" }, by)).toBeUndefined();
    expect(await withdrawPublishedOverview(db, { ...place, id: id + 1 }, by)).toBeUndefined();
    expect(await withdrawPublishedOverview(db, place, by)).toBe(id);
    expect(await withdrawPublishedOverview(db, place, by)).toBeUndefined();
    expect(await listPageOverviews(db, place.studyId, ["en"])).toEqual([]);
    expect(await listPublishedSources(db)).toEqual([]);
    expect(await listLiveOverviews(db, place.studyId)).toEqual([]);
    expect(await listWithdrawnOverviews(db, place)).toMatchObject([
      { id, text: words.text, withdrawnAt: later, withdrawnByName: "Bo Example" },
    ]);
  });
});
