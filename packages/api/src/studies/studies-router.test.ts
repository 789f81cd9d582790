import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { findCurrentCriteria, listAskedCriteria } from "@studydesk/db/screening/criteria-queries";
import { findDraft } from "@studydesk/db/screening/version-queries";
import { listStudyLocations } from "@studydesk/db/studies/study-queries";
import { buildPerson, buildSite } from "@studydesk/db/testing/build-people";
import { describeOnEveryEngine } from "@studydesk/db/testing/every-engine";
import type { Viewer } from "@studydesk/domain/people/viewer";
import { describe, expect, it } from "vitest";
import type { Deps } from "../deps";
import { buildCaller } from "../testing/build-caller";
import { buildDeps } from "../testing/build-deps";
import { importStudy } from "./import-study";

const samples = resolve(import.meta.dirname, "../../../../../shared/registry-samples");
const callerOf = (deps: Deps, viewer: Viewer | undefined) => buildCaller(deps, viewer).studies;

function recordText(
  criteria = "Inclusion Criteria:\n\n* Adult\n\nExclusion Criteria:\n\n* Pregnant",
) {
  return JSON.stringify({
    protocolSection: {
      identificationModule: { nctId: "NCT99000077", briefTitle: "A made-up study" },
      statusModule: { overallStatus: "RECRUITING" },
      eligibilityModule: { eligibilityCriteria: criteria },
      contactsLocationsModule: {
        locations: [
          { facility: "First Clinic", city: "Springfield" },
          { facility: "Second Clinic", city: "Shelbyville" },
        ],
      },
    },
  });
}

describeOnEveryEngine("studies", (openTestDatabase) => {
  async function build() {
    const { db } = await openTestDatabase();
    const deps = buildDeps(db);
    const site = await buildSite(db);
    const elsewhere = await buildSite(db, { name: "Elsewhere" });
    const owner = await buildPerson(db, { isOwner: true });
    const admin = await buildPerson(db, { role: "admin", siteId: site.id });
    const coordinator = await buildPerson(db, { role: "coordinator", siteId: site.id });
    const stranger = await buildPerson(db, { role: "admin", siteId: elsewhere.id });
    return { db, deps, siteId: site.id, owner, admin, coordinator, stranger };
  }

  it("shows what an import would store without storing it, then stores it once", async () => {
    const { db, deps, owner } = await build();
    const asOwner = callerOf(deps, owner);
    const fileText = recordText();
    expect((await asOwner.previewImport({ fileText })).studies[0]?.effect).toBe("new");
    expect((await asOwner.list()).studies).toEqual([]);
    const first = await asOwner.import({ fileText });
    const again = await asOwner.import({ fileText });
    expect(first.studies[0]?.effect).toBe("new");
    expect(again.studies[0]?.effect).toBe("unchanged");
    const studyId = first.studies[0]?.studyId ?? 0;
    expect((await findCurrentCriteria(db, studyId))?.number).toBe(1);
    expect((await asOwner.get({ studyId })).locations.map((l) => l.facility)).toEqual([
      "First Clinic",
      "Second Clinic",
    ]);
  });

  it("makes a draft of the criteria only when they changed, and keeps linked locations", async () => {
    const { db, deps, owner, siteId } = await build();
    const asOwner = callerOf(deps, owner);
    const studyId = (await asOwner.import({ fileText: recordText() })).studies[0]?.studyId ?? 0;
    const [location] = await listStudyLocations(db, studyId);
    await asOwner.linkSite({ studyId, siteId, locationId: location?.id ?? 0 });
    const changed = recordText("Inclusion Criteria:\n\n* Adult over 21");
    expect((await asOwner.previewImport({ fileText: changed })).studies[0]?.effect).toBe("changed");
    await asOwner.import({ fileText: changed });
    const draft = await findDraft(db, studyId);
    expect(draft?.number).toBe(2);
    const criteria = await listAskedCriteria(db, draft?.id ?? 0);
    expect(criteria.map(({ label, text }) => [label, text])).toEqual([["I1", "Adult over 21"]]);
    const current = await findCurrentCriteria(db, studyId);
    expect(current?.number).toBe(1);
    expect(current?.criteria.map(({ label }) => label)).toEqual(["I1", "E1"]);
    expect((await asOwner.get({ studyId })).studySites[0]?.locationId).toBe(location?.id);
    expect((await listStudyLocations(db, studyId)).length).toBe(2);
  });

  it("lets an admin pause their own site, and nobody else's", async () => {
    const { deps, owner, siteId, admin, coordinator, stranger } = await build();
    const asOwner = callerOf(deps, owner);
    const studyId = (await asOwner.import({ fileText: recordText() })).studies[0]?.studyId ?? 0;
    const { studySiteId } = await asOwner.linkSite({ studyId, siteId, locationId: null });
    const pause = { studySiteId, status: "paused", expectedVersion: 1 } as const;
    await expect(callerOf(deps, coordinator).setRecruiting(pause)).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
    await expect(callerOf(deps, stranger).setRecruiting(pause)).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    await expect(callerOf(deps, stranger).get({ studyId })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    const { studySite } = await callerOf(deps, admin).setRecruiting(pause);
    expect(studySite).toMatchObject({ recruiting: "paused", version: 2 });
    await expect(callerOf(deps, admin).setRecruiting(pause)).rejects.toMatchObject({
      code: "CONFLICT",
    });
    expect((await callerOf(deps, stranger).list()).studies).toEqual([]);
    expect((await callerOf(deps, coordinator).list()).studies).toHaveLength(1);
  });

  it("imports for the owner alone", async () => {
    const { deps, admin } = await build();
    const fileText = recordText();
    for (const viewer of [admin, undefined]) {
      const caller = callerOf(deps, viewer);
      const code = viewer ? "FORBIDDEN" : "UNAUTHORIZED";
      await expect(caller.previewImport({ fileText })).rejects.toMatchObject({ code });
      await expect(caller.import({ fileText })).rejects.toMatchObject({ code });
    }
    expect(await deps.db.selectFrom("studies").select("id").execute()).toEqual([]);
  });

  it("refuses a file that is no study with a sentence, and stores nothing", async () => {
    const { deps, owner } = await build();
    for (const fileText of ["", "not json", "{}", "[]", JSON.stringify({ studies: [{}] })]) {
      await expect(callerOf(deps, owner).import({ fileText })).rejects.toMatchObject({
        code: "BAD_REQUEST",
        message: expect.stringMatching(/\. .+\.$/s),
      });
    }
    expect(await deps.db.selectFrom("studies").select("id").execute()).toEqual([]);
  });

  describe.skipIf(!existsSync(samples))(
    "with the registry's sample records (skipped where they are absent)",
    () => {
      it("stores all of them", async () => {
        const { deps, db } = await build();
        for (const file of readdirSync(samples)) {
          const [stored] = await importStudy(deps, null, {
            fileText: readFileSync(join(samples, file), "utf8"),
          });
          const current = await findCurrentCriteria(db, stored?.studyId ?? 0);
          expect(current?.criteria.length).toBe(stored?.study.criteria.criteria.length);
        }
      });
    },
  );
});
