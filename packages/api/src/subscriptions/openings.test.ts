import type { Db } from "@studydesk/db/open-database";
import { buildPerson, buildSite } from "@studydesk/db/testing/build-people";
import { describeOnEveryEngine } from "@studydesk/db/testing/every-engine";
import { expect, it } from "vitest";
import { importStudy } from "../studies/import-study";
import { linkStudySite } from "../studies/link-study-site";
import { buildCaller } from "../testing/build-caller";
import { buildDeps } from "../testing/build-deps";

const nctId = "NCT99000041";
const record = (overallStatus: string, day = 1) =>
  JSON.stringify({
    protocolSection: {
      identificationModule: { nctId, briefTitle: "A study of naps" },
      statusModule: {
        overallStatus,
        lastUpdatePostDateStruct: { date: `2026-08-0${day}` },
      },
    },
  });

async function build(db: Db) {
  const deps = buildDeps(db);
  const owner = await buildPerson(db, { isOwner: true });
  const sites = [await buildSite(db), await buildSite(db, { name: "Second" })];
  const studies = buildCaller(deps, owner).studies;
  const load = async (status: string, day?: number) => {
    const [done] = await importStudy(deps, null, { fileText: record(status, day) });
    return done?.studyId ?? 0;
  };
  const link = (studyId: number, at: number) =>
    linkStudySite(deps, null, { studyId, siteId: sites[at]?.id ?? 0, locationId: null });
  async function openings() {
    const rows = await db
      .selectFrom("studyOpenings")
      .innerJoin("sites", "sites.id", "studyOpenings.siteId")
      .select(["sites.name", "studyOpenings.kind"])
      .orderBy("studyOpenings.id")
      .execute();
    return rows.map(({ name, kind }) => `${name} ${kind}`);
  }
  return { db, studies, load, link, openings };
}

const first = "Springfield General";

describeOnEveryEngine("an opening is written down", (openTestDatabase) => {
  it("when a site is linked to a recruiting study, and not when it is pointed elsewhere", async () => {
    const { load, link, openings } = await build((await openTestDatabase()).db);
    const studyId = await load("RECRUITING");
    expect(await openings()).toEqual([]);
    await link(studyId, 0);
    await link(studyId, 0);
    expect(await openings()).toEqual([`${first} opened`]);
    await link(studyId, 1);
    expect(await openings()).toEqual([`${first} opened`, "Second opened"]);
  });

  it("when a study site turns to recruiting, and at no other turn", async () => {
    const { studies, load, link, openings } = await build((await openTestDatabase()).db);
    const studyId = await load("RECRUITING");
    const { studySiteId } = await link(studyId, 0);
    let expectedVersion = 1;
    for (const status of ["recruiting", "paused", "closed", "recruiting", "paused"] as const) {
      await studies.setRecruiting({ studySiteId, status, expectedVersion });
      expectedVersion += 1;
    }
    expect(await openings()).toEqual([`${first} opened`, `${first} reopened`]);
  });

  it("when the registry begins to call a study recruiting, at those of its sites that recruit", async () => {
    const { studies, load, link, openings } = await build((await openTestDatabase()).db);
    const studyId = await load("NOT_YET_RECRUITING");
    await link(studyId, 0);
    const { studySiteId } = await link(studyId, 1);
    await studies.setRecruiting({ studySiteId, status: "paused", expectedVersion: 1 });
    expect(await openings()).toEqual([]);
    await load("RECRUITING", 2);
    expect(await openings()).toEqual([`${first} opened`]);
    await load("RECRUITING", 3);
    await load("SUSPENDED", 4);
    expect(await openings()).toEqual([`${first} opened`]);
    await load("RECRUITING", 5);
    expect(await openings()).toEqual([`${first} opened`, `${first} reopened`]);
  });
});
