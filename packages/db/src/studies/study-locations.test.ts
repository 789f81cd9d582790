import { expect, it } from "vitest";
import { buildStudy } from "../testing/build-lead";
import { buildSite } from "../testing/build-people";
import { describeOnEveryEngine } from "../testing/every-engine";
import { listStudyLocations, replaceStudyLocations } from "./study-queries";
import { saveStudySite } from "./study-site-queries";

describeOnEveryEngine("locations of a record", (openTestDatabase) => {
  it("keep the id that a study site is linked to, and take the newer facts", async () => {
    const { db } = await openTestDatabase();
    const studyId = await buildStudy(db);
    const { id: siteId } = await buildSite(db);
    await replaceStudyLocations(db, studyId, [
      { facility: "First Clinic", city: "Springfield", status: "NOT_YET_RECRUITING" },
      { facility: "Second Clinic" },
    ]);
    const [first] = await listStudyLocations(db, studyId);
    const locationId = first?.id ?? 0;
    await saveStudySite(db, { studyId, siteId, locationId, at: "2026-09-01T12:00:00.000Z" });
    await replaceStudyLocations(db, studyId, [
      { facility: "Third Clinic" },
      {
        facility: "First Clinic",
        city: "Springfield",
        status: "RECRUITING",
        lat: 39.8,
        lon: -89.6,
      },
    ]);
    const after = await listStudyLocations(db, studyId);
    expect(after.map(({ facility, position }) => [facility, position])).toEqual([
      ["Third Clinic", 1],
      ["First Clinic", 2],
    ]);
    expect(after[1]).toMatchObject({ id: locationId, registryStatus: "RECRUITING", lat: 39.8 });
  });

  it("may be more than one statement can hold, and keep their order", async () => {
    const { db } = await openTestDatabase();
    const studyId = await buildStudy(db);
    const facilities = Array.from({ length: 8000 }, (_, at) => `Clinic ${at}`);
    await replaceStudyLocations(
      db,
      studyId,
      facilities.map((facility) => ({ facility })),
    );
    const kept = await listStudyLocations(db, studyId);
    expect(kept.map(({ facility }) => facility)).toEqual(facilities);
  });

  it("keep one that left the record only while a study site is linked to it", async () => {
    const { db } = await openTestDatabase();
    const studyId = await buildStudy(db);
    const { id: siteId } = await buildSite(db);
    await replaceStudyLocations(db, studyId, [{ facility: "First" }, { facility: "Second" }]);
    const [first] = await listStudyLocations(db, studyId);
    const link = { studyId, siteId, at: "2026-09-01T12:00:00.000Z" };
    await saveStudySite(db, { ...link, locationId: first?.id ?? 0 });
    await replaceStudyLocations(db, studyId, []);
    expect((await listStudyLocations(db, studyId)).map(({ facility }) => facility)).toEqual([
      "First",
    ]);
    await saveStudySite(db, { ...link, locationId: null });
    await replaceStudyLocations(db, studyId, []);
    expect(await listStudyLocations(db, studyId)).toEqual([]);
  });
});
