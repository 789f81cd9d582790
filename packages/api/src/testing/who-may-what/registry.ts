// A study and the registry: its last look, what it found, and the history of imports.
import { randomInt } from "node:crypto";
import { findRegistryCheck, saveRegistryCheck } from "@studydesk/db/studies/registry-check-queries";
import { addStudyRevision } from "@studydesk/db/studies/revision-queries";
import { saveStudySite } from "@studydesk/db/studies/study-site-queries";
import { importStudy } from "../../studies/import-study";
import { readStudyFile } from "../../studies/read-study-file";
import { type GridRow, ownerAlone, type Place, seesStudy } from "./grid";

export const registryRows: Readonly<Record<string, GridRow>> = {
  "studies.registry.get": {
    call: async (caller, place) => caller.studies.registry.get(await studyFound(place)),
    outcomes: seesStudy,
  },
  "studies.registry.check": {
    call: async (caller, place) => caller.studies.registry.check(await studyFound(place)),
    outcomes: ownerAlone,
  },
  "studies.registry.takeOver": {
    call: async (caller, place) => {
      const { studyId } = await studyFound(place);
      const check = await findRegistryCheck(place.deps.db, studyId);
      return caller.studies.registry.takeOver({ studyId, sha256: check?.foundSha256 ?? "" });
    },
    outcomes: ownerAlone,
  },
  "studies.registry.revisions": {
    call: async (caller, place) => caller.studies.registry.revisions(await studyFound(place)),
    outcomes: seesStudy,
  },
  "studies.registry.revision": {
    call: async (caller, place) =>
      caller.studies.registry.revision({ revisionId: await revisionOf(place) }),
    outcomes: seesStudy,
  },
};

/** A study of the place's site of which the registry has a newer record. */
async function studyFound({ deps, siteId }: Place): Promise<{ studyId: number }> {
  const nctId = `NCT${randomInt(10_000_000, 100_000_000)}`;
  const [stored] = await importStudy(deps, null, { fileText: recordOf(nctId, "A study") });
  const [read] = readStudyFile(recordOf(nctId, "A study with a longer title"));
  if (!stored || !read) throw new Error("The made-up record was refused.");
  const { studyId } = stored;
  const at = deps.now().toISOString();
  await saveStudySite(deps.db, { studyId, siteId, locationId: null, at });
  await saveRegistryCheck(deps.db, {
    studyId,
    checkedAt: at,
    problem: null,
    foundRecord: read.record,
    foundSha256: read.sha256,
  });
  return { studyId };
}

function recordOf(nctId: string, briefTitle: string): string {
  return JSON.stringify({
    protocolSection: {
      identificationModule: { nctId, briefTitle },
      statusModule: { overallStatus: "RECRUITING" },
    },
  });
}

async function revisionOf({ deps, studyId }: Place): Promise<number> {
  return addStudyRevision(deps.db, {
    studyId,
    at: deps.now().toISOString(),
    byUserId: null,
    source: "registry",
    recordSha256: "",
    changes: [],
    criteriaVersion: null,
  });
}
