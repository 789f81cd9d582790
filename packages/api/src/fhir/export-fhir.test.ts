import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { buildLead, buildStudy } from "@studydesk/db/testing/build-lead";
import { buildPerson, buildSite } from "@studydesk/db/testing/build-people";
import { describeOnEveryEngine, openTestSqlite } from "@studydesk/db/testing/every-engine";
import { exportFhirInput } from "@studydesk/domain/fhir/fhir-export";
import { toResearchStudy } from "@studydesk/domain/fhir/research-study";
import { subjectStates } from "@studydesk/domain/fhir/subject-state";
import { leadStatuses } from "@studydesk/domain/leads/lead-status";
import {
  type ImportedStudy,
  overallStatuses,
  studyPhases,
  studyTypes,
} from "@studydesk/domain/studies/imported-study";
import type { Bundle, FhirResource, ResearchSubject } from "fhir/r5";
import { describe, expect, it } from "vitest";
import { deriveSecretKeys } from "../secret-keys";
import { importStudy } from "../studies/import-study";
import { linkStudySite } from "../studies/link-study-site";
import { buildDeps } from "../testing/build-deps";
import { buildDesk } from "../testing/build-desk";
import { buildRecruitingStudy } from "../testing/build-recruiting-study";
import { checkBundle, listSubjectStates } from "../testing/check-fhir";
import { exportFhir, exportFhirAtConsole } from "./export-fhir";

type Exported = Awaited<ReturnType<typeof exportFhir>>;

async function textOf({ pieces }: Exported): Promise<string> {
  let text = "";
  for await (const piece of pieces) text += String(piece);
  return text;
}

const bundleOf = async (file: Exported): Promise<Bundle<FhirResource>> =>
  JSON.parse(await textOf(file));

function subjectsOf(bundle: Bundle<FhirResource>): ResearchSubject[] {
  return (bundle.entry ?? []).flatMap(({ resource }) =>
    resource?.resourceType === "ResearchSubject" ? [resource] : [],
  );
}

const asked = (wanted: Parameters<typeof exportFhirInput.parse>[0] = {}) =>
  exportFhirInput.parse(wanted);

describeOnEveryEngine("exporting FHIR", (openTestDatabase) => {
  /** A desk with a study that it takes part in, and a lead there in every status. */
  async function buildSubjects() {
    const { db } = await openTestDatabase();
    const { deps, kim, bo, siteId } = await buildDesk(db);
    await db.deleteFrom("consents").execute();
    await db.deleteFrom("submissions").execute();
    await db.deleteFrom("leads").execute();
    const { studyId, nctId } = await buildRecruitingStudy(deps, { siteIds: [siteId] });
    const failed = await db
      .selectFrom("criteria")
      .select("id")
      .where("label", "=", "E1")
      .executeTakeFirstOrThrow();
    const ids: Record<string, number> = {};
    for (const status of leadStatuses) {
      const isFailure = status === "pre_screen_failure" || status === "screen_failure";
      const consented = ["in_screening", "enrolled", "screen_failure", "withdrawn"].includes(
        status,
      );
      const { id } = await buildLead(db, {
        ...{ siteId, studyId, status, statusSince: "2026-08-20T03:00:00.000Z" },
        ...{ statusReason: status === "declined" ? "travel" : null, language: "es" },
        ...{ criterionId: isFailure ? failed.id : null, birthYear: 1961 },
        ...(consented
          ? { studyConsentOn: "2026-08-14", screeningNumber: `S-${leadStatuses.indexOf(status)}` }
          : {}),
        ...(consented || isFailure ? { screenedAt: "2026-08-10T10:00:00.000Z" } : {}),
      });
      ids[status] = id;
    }
    return { db, deps, kim, bo, siteId, studyId, nctId, ids };
  }

  it("holds against the definitions of R5, de-identified and with people", async () => {
    const { deps, bo } = await buildSubjects();
    for (const form of ["de_identified", "identified"] as const) {
      const bundle = await bundleOf(await exportFhir(deps, bo, asked({ form })));
      expect(checkBundle(bundle)).toEqual([]);
      expect(bundle).toMatchObject({
        type: "collection",
        timestamp: "2026-09-01T12:00:00.000Z",
        meta: { security: [{ code: form === "identified" ? "R" : "PSEUDED" }] },
      });
    }
  });

  it("tells where each subject is as the table says, and leaves out what is no subject", async () => {
    const { deps, kim, ids } = await buildSubjects();
    const bundle = await bundleOf(await exportFhir(deps, kim, asked()));
    const told = subjectsOf(bundle).map(
      ({ progress }) => progress?.[0]?.subjectState?.coding?.[0]?.code,
    );
    expect(told).toEqual(leadStatuses.map((to) => subjectStates[to]).filter(Boolean));
    expect(told).toHaveLength(Object.keys(ids).length - 1);
    const failed = subjectsOf(bundle)[leadStatuses.indexOf("screen_failure")];
    expect(failed).toMatchObject({
      status: "active",
      progress: [
        { reason: { text: "Criterion E1" }, startDate: "2026" },
        { milestone: { coding: [{ code: "SignedUp" }] }, startDate: "2026" },
        { milestone: { coding: [{ code: "Screened" }] }, startDate: "2026" },
      ],
      period: { start: "2026", end: "2026" },
    });
  });

  it("says of nobody who they are, unless a site's admin asks for people", async () => {
    const { deps, kim, bo } = await buildSubjects();
    const text = await textOf(await exportFhir(deps, kim, asked()));
    for (const word of ["Amara", "Voss", "example.org", "5550142", "555-0142", "1961", "S-5"]) {
      expect(text).not.toContain(word);
    }
    expect(text).not.toMatch(/"20\d\d-\d\d-\d\d(?!T12:00:00.000Z")/);
    const named = await bundleOf(await exportFhir(deps, bo, asked({ form: "identified" })));
    const [patient] = (named.entry ?? []).flatMap(({ resource }) =>
      resource?.resourceType === "Patient" ? [resource] : [],
    );
    expect(patient).toMatchObject({
      name: [{ family: "Voss", given: ["Amara"] }],
      telecom: [{ value: "+13125550142" }, { value: "amara.voss@example.org" }],
      birthDate: "1961",
    });
    const enrolled = subjectsOf(named)[leadStatuses.indexOf("enrolled")];
    expect(enrolled).toMatchObject({
      identifier: [{ system: "urn:ietf:rfc:3986" }, { value: "S-6" }],
      // As clocks at the site show it.
      progress: [{ startDate: "2026-08-19T22:00:00-05:00" }, {}, {}],
      period: { start: "2026-08-14" },
    });
  });

  it("gives a subject one pseudonym for good, which another secret does not give", async () => {
    const { deps, kim } = await buildSubjects();
    const idsBy = async (keys: typeof deps.keys) =>
      subjectsOf(await bundleOf(await exportFhir({ ...deps, keys }, kim, asked()))).map(
        ({ id }) => id,
      );
    const ids = await idsBy(deps.keys);
    expect(await idsBy(deps.keys)).toEqual(ids);
    expect(new Set(ids).size).toBe(ids.length);
    const others = await idsBy(deriveSecretKeys(Buffer.alloc(32, 8)));
    expect(others.filter((id) => ids.includes(id))).toEqual([]);
  });

  it("keeps the count of erased people without their names, and tells of merged ones once", async () => {
    const { db, deps, bo, ids } = await buildSubjects();
    const gone = {
      firstName: "",
      lastName: "",
      email: "",
      phone: null,
      erasedAt: "2026-08-30T00:00:00.000Z",
    };
    await db
      .updateTable("leads")
      .set({ ...gone, screeningNumber: "S-kept" })
      .where("id", "=", ids.enrolled ?? 0)
      .execute();
    await db
      .updateTable("leads")
      .set({ mergedIntoId: ids.new ?? 0 })
      .where("id", "=", ids.contacting ?? 0)
      .execute();
    const text = await textOf(await exportFhir(deps, bo, asked({ form: "identified" })));
    const bundle: Bundle<FhirResource> = JSON.parse(text);
    expect(checkBundle(bundle)).toEqual([]);
    expect(subjectsOf(bundle)).toHaveLength(leadStatuses.length - 2);
    expect(bundle.entry?.filter((e) => e.resource?.resourceType === "Patient")).toHaveLength(
      leadStatuses.length - 3,
    );
    expect(text).not.toContain("S-kept");
  });

  it("exports chosen sites and studies alone, and writes down who took what", async () => {
    const { db, deps, kim, bo, siteId, studyId, nctId } = await buildSubjects();
    const other = await buildSite(db, { name: "Shelbyville Clinic" });
    const { studyId: second } = await buildRecruitingStudy(deps, {
      nctId: "NCT99000002",
      siteIds: [siteId, other.id],
    });
    await buildLead(db, { siteId, studyId: second });
    await buildLead(db, { siteId: other.id, studyId: second });
    const all = await bundleOf(await exportFhir(deps, kim, asked()));
    expect(subjectsOf(all)).toHaveLength(leadStatuses.length);
    const one = await bundleOf(await exportFhir(deps, kim, asked({ studyIds: [second] })));
    expect(subjectsOf(one)).toHaveLength(1);
    // Another site takes part too, but nothing of it is in this file.
    expect(one.entry?.[0]?.resource).toMatchObject({
      identifier: [{ value: "NCT99000002" }],
      site: [{ display: "Springfield General, Springfield" }],
    });
    await textOf(await exportFhir(deps, bo, asked({ studyIds: [studyId], form: "identified" })));
    const console = await bundleOf(await exportFhirAtConsole(deps, {}));
    expect(subjectsOf(console)).toHaveLength(leadStatuses.length + 1);
    expect(checkBundle(console)).toEqual([]);
    const rows = await db
      .selectFrom("audit")
      .select(["action", "actorId", "siteId", "details"])
      .where("action", "like", "fhir.%")
      .orderBy("sequence")
      .execute();
    expect(rows[4]).toMatchObject({ action: "fhir.export_begun", actorId: bo.userId, siteId });
    expect(JSON.parse(rows[5]?.details ?? "")).toEqual({
      ...{ form: "identified", studies: nctId, subjects: leadStatuses.length - 1 },
    });
    expect(rows.slice(6).map((row) => [row.actorId, row.siteId])).toEqual([
      ...[
        [null, siteId],
        [null, other.id],
        [null, siteId],
        [null, other.id],
      ],
    ]);
  });

  it("refuses people to all but admins, and other sites to everybody, and leaves no trace of it", async () => {
    const { db, deps, kim, siteId } = await buildSubjects();
    const elsewhere = await buildSite(db, { name: "Shelbyville Clinic" });
    const wen = await buildPerson(db, { role: "investigator", siteId });
    const outsider = await buildPerson(db, { role: "admin", siteId: elsewhere.id });
    const owner = await buildPerson(db, { isOwner: true });
    const foreign = await buildStudy(db);
    const before = await db.selectFrom("audit").select("sequence").execute();
    for (const [viewer, wanted, code] of [
      [kim, { form: "identified" }, "forbidden"],
      [wen, { form: "identified", siteIds: [siteId] }, "forbidden"],
      [owner, {}, "forbidden"],
      [owner, { form: "identified" }, "forbidden"],
      [outsider, { siteIds: [siteId] }, "not_found"],
      [outsider, { siteIds: [siteId], form: "identified" }, "not_found"],
      [kim, { siteIds: [siteId, elsewhere.id] }, "not_found"],
      [kim, { studyIds: [foreign] }, "not_found"],
    ] as const) {
      await expect(exportFhir(deps, viewer, asked(wanted))).rejects.toMatchObject({ code });
    }
    expect(await db.selectFrom("audit").select("sequence").execute()).toEqual(before);
    // Whoever works at the site may have it without names.
    expect(subjectsOf(await bundleOf(await exportFhir(deps, wen, asked())))).not.toHaveLength(0);
    expect(subjectsOf(await bundleOf(await exportFhir(deps, outsider, asked())))).toHaveLength(0);
  });
});

describe("the definitions of FHIR R5", () => {
  it("know every state of the table", () => {
    const states = Object.values(subjectStates).filter((state) => state !== null);
    expect(listSubjectStates()).toEqual(expect.arrayContaining(states));
  });

  it("know every code that a study's facts are told in", () => {
    const bare = { id: "6f5f3b1e-5a57-8c7b-9d0e-7a9f2f4d1c33", siteNames: [] };
    const study = {
      ...{ nctId: "NCT99000001", title: "A study of sleep", overallStatus: "UNKNOWN", sex: "ALL" },
      ...{ criteriaText: "", criteria: { criteria: [], notes: [], doubts: [] }, conditions: [] },
      ...{ keywords: [], phases: [], contacts: [], officials: [], locations: [], leftovers: [] },
    } satisfies ImportedStudy;
    const variants: ImportedStudy[] = [
      ...overallStatuses.map((overallStatus) => ({ ...study, overallStatus })),
      ...studyTypes.map((studyType) => ({ ...study, studyType })),
      ...studyPhases.map((phase) => ({ ...study, phases: [phase] })),
      { ...study, phases: ["PHASE2", "PHASE1"] },
      { ...study, phases: ["PHASE2", "PHASE3"], acronym: "REST", officialTitle: "Rest at Night" },
    ];
    const told = variants.map((variant) => toResearchStudy(variant, bare));
    for (const resource of told) {
      const bundle = { resourceType: "Bundle", type: "collection", entry: [{ resource }] } as const;
      expect(checkBundle({ ...bundle, entry: [...bundle.entry] })).toEqual([]);
    }
    expect(told.filter(({ progressStatus }) => progressStatus)).toHaveLength(11);
    expect(told.filter(({ phase }) => phase)).toHaveLength(studyPhases.length + 2);
    expect(told.filter(({ studyDesign }) => studyDesign)).toHaveLength(studyTypes.length);
  });

  it("find what is missing, unknown, misspelt, unlisted or pointed at wrongly", () => {
    const subject = {
      resourceType: "ResearchSubject",
      status: "published",
      colour: "blue",
      progress: [
        {
          subjectState: { coding: [{ system: "urn:x", code: "happy" }] },
          startDate: "yesterday",
        },
      ],
      study: { type: "Patient", display: "A study" },
    };
    const bundle = { resourceType: "Bundle", type: "collection", entry: [{ resource: subject }] };
    expect(checkBundle(JSON.parse(JSON.stringify(bundle)))).toEqual([
      "ResearchSubject.status: published is not listed",
      "ResearchSubject.progress.subjectState: happy is not listed",
      'ResearchSubject.progress.startDate: "yesterday" is no dateTime',
      "ResearchSubject.study: points to Patient",
      "ResearchSubject.study: points to Patient",
      "ResearchSubject.subject: is missing",
      "ResearchSubject.colour: is not defined",
    ]);
  });
});

const samples = resolve(import.meta.dirname, "../../../../../shared/registry-samples");

describe.skipIf(!existsSync(samples))("studies of the registry's samples", () => {
  it("hold against the definitions, each with what the registry says of it", async () => {
    const { db } = await openTestSqlite();
    const deps = buildDeps(db);
    const { id: siteId } = await buildSite(db);
    const kim = await buildPerson(db, { role: "coordinator", siteId });
    const files = readdirSync(samples).filter((file) => file.endsWith(".json"));
    const ids = new Set<string>();
    for (const file of files) {
      const fileText = readFileSync(join(samples, file), "utf8");
      for (const { studyId, study } of await importStudy(deps, null, { fileText })) {
        await linkStudySite(deps, null, { studyId, siteId, locationId: null });
        ids.add(study.nctId);
      }
    }
    const bundle = await bundleOf(await exportFhir(deps, kim, asked()));
    expect(checkBundle(bundle)).toEqual([]);
    expect(bundle.entry).toHaveLength(ids.size);
    for (const { resource } of bundle.entry ?? []) {
      expect(resource).toMatchObject({
        title: expect.stringMatching(/\w/),
        studyDesign: [{ coding: [{ code: expect.stringMatching(/^SEVCO:/) }] }],
        associatedParty: [{ role: { coding: [{ code: "lead-sponsor" }] } }],
      });
    }
  });
});
