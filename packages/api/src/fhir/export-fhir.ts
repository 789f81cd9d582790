// Studies and their subjects as one FHIR R5 bundle: of the sites that were chosen, page by page, so that
// 100,000 subjects take no more memory than a page. De-identified, unless a site's admin asks for the people.
import { listSubjects, type SubjectRecord } from "@studydesk/db/fhir/subject-queries";
import { listStudies, type StoredStudy } from "@studydesk/db/studies/study-queries";
import { listStudySites, type StudySite } from "@studydesk/db/studies/study-site-queries";
import { DomainError, notFound } from "@studydesk/domain/errors";
import {
  canExportFhir,
  type ExportFhirInput,
  siteIdsOfFhirExport,
} from "@studydesk/domain/fhir/fhir-export";
import { toResearchStudy } from "@studydesk/domain/fhir/research-study";
import { toPatient, toResearchSubject } from "@studydesk/domain/fhir/research-subject";
import { type SiteScope, siteIdsOf, type Viewer } from "@studydesk/domain/people/viewer";
import type { BundleEntry, FhirResource } from "fhir/r5";
import type { Deps } from "../deps";
import type { ExportedFile } from "../exports/export-leads";
import { recordExport } from "../exports/record-export";
import { pseudonymOf } from "./pseudonym";

type FhirDeps = Pick<Deps, "db" | "keys" | "now">;

const pageSize = 500;

/** Throws not_found for sites and studies of others, forbidden for people whom the viewer may not take out. */
export async function exportFhir(
  deps: FhirDeps,
  viewer: Viewer,
  input: ExportFhirInput,
): Promise<ExportedFile> {
  const own = siteIdsOf(viewer);
  if (input.siteIds?.some((siteId) => !own.includes(siteId))) throw notFound("site");
  const siteIds = input.siteIds ?? siteIdsOfFhirExport(viewer, input.form);
  if (siteIds.length === 0 || !siteIds.every((id) => canExportFhir(viewer, id, input.form))) {
    throw new DomainError(
      "forbidden",
      input.form === "identified"
        ? "Admins of a site alone take out who its people are. Ask one of them, or export without names."
        : "Whoever works at a site takes its subjects out. Ask somebody who does for this file.",
    );
  }
  return beginExport(deps, viewer.userId, siteIds, input);
}

/** At the command line, where whoever sits there has the whole database anyway: never with names. */
export function exportFhirAtConsole(
  deps: FhirDeps,
  { studyIds, siteIds }: Pick<ExportFhirInput, "studyIds" | "siteIds">,
): Promise<ExportedFile> {
  return beginExport(deps, null, siteIds ?? "all", { studyIds, form: "de_identified" });
}

interface Chosen {
  readonly studies: readonly StoredStudy[];
  /** Of the chosen sites alone. */
  readonly studySites: readonly StudySite[];
  readonly isIdentified: boolean;
}

async function beginExport(
  deps: FhirDeps,
  actorId: string | null,
  sites: SiteScope,
  { studyIds, form }: ExportFhirInput,
): Promise<ExportedFile> {
  const studySites = await listStudySites(deps.db, sites);
  const taken = new Set(studySites.map(({ studyId }) => studyId));
  if (studyIds?.some((id) => !taken.has(id))) throw notFound("study");
  const studies = (await listStudies(deps.db, sites)).filter(
    ({ id }) => studyIds?.includes(id) ?? true,
  );
  const all = sites === "all" ? studySites.map(({ siteId }) => siteId) : sites;
  const siteIds = [...new Set(all)].sort((a, b) => a - b);
  const chosen = { studies, studySites, isIdentified: form === "identified" };
  const said = { form, studies: studies.map(({ nctId }) => nctId).join(" ") };
  await recordExport(deps, actorId, siteIds, "fhir.export_begun", () => said);
  const counted = new Map<number, number>();
  return {
    fileName: `studydesk-fhir-${deps.now().toISOString().slice(0, 10)}.json`,
    contentType: "application/fhir+json; charset=utf-8",
    pieces: writeBundle(deps, chosen, counted, () =>
      recordExport(deps, actorId, siteIds, "fhir.exported", (siteId) => ({
        ...said,
        subjects: counted.get(siteId) ?? 0,
      })),
    ),
  };
}

/** Entries as they are read; at the end the audit learns how many subjects there were. */
async function* writeBundle(
  deps: FhirDeps,
  chosen: Chosen,
  counted: Map<number, number>,
  done: () => Promise<void>,
): AsyncGenerator<string> {
  const { isIdentified } = chosen;
  yield headOf(deps.now(), isIdentified);
  let isFirst = true;
  for await (const entries of readEntries(deps, chosen, counted)) {
    if (entries.length === 0) continue;
    const text = entries.map((entry) => JSON.stringify(entry)).join(",\n");
    yield isFirst ? text : `,\n${text}`;
    isFirst = false;
  }
  yield "\n]}\n";
  await done();
}

/** What is to be known of the whole file stands in front of its entries. */
function headOf(now: Date, isIdentified: boolean): string {
  const label = isIdentified
    ? { code: "R", system: "http://terminology.hl7.org/CodeSystem/v3-Confidentiality" }
    : { code: "PSEUDED", system: "http://terminology.hl7.org/CodeSystem/v3-ObservationValue" };
  const head = {
    resourceType: "Bundle",
    meta: { security: [label] },
    type: "collection",
    timestamp: now.toISOString(),
  };
  return `${JSON.stringify(head).slice(0, -1)},"entry":[\n`;
}

async function* readEntries(
  deps: FhirDeps,
  { studies, studySites, isIdentified }: Chosen,
  counted: Map<number, number>,
): AsyncGenerator<BundleEntry[]> {
  yield studies.map((study) => {
    const id = pseudonymOf(deps.keys, "study", study.id);
    const sites = studySites.filter(({ studyId }) => studyId === study.id);
    const siteNames = sites.map(({ siteName, siteCity }) => `${siteName}, ${siteCity}`);
    return entryOf(toResearchStudy(study.imported, { id, siteNames }), id);
  });
  for (const { id: studyId } of studies) {
    const study = pseudonymOf(deps.keys, "study", studyId);
    for (const { siteId } of studySites.filter((each) => each.studyId === studyId)) {
      for await (const leads of readSubjects(deps, { studyId, siteId })) {
        counted.set(siteId, (counted.get(siteId) ?? 0) + leads.length);
        yield leads.flatMap((lead) => toEntries(deps.keys, lead, { study, isIdentified }));
      }
    }
  }
}

async function* readSubjects(
  { db }: FhirDeps,
  of: { studyId: number; siteId: number },
): AsyncGenerator<SubjectRecord[]> {
  let afterId = 0;
  for (;;) {
    const leads = await listSubjects(db, { ...of, afterId, limit: pageSize });
    yield leads;
    const last = leads.at(-1);
    if (leads.length < pageSize || !last) return;
    afterId = last.id;
  }
}

function toEntries(
  keys: Deps["keys"],
  lead: SubjectRecord,
  { study, isIdentified }: { study: string; isIdentified: boolean },
): BundleEntry[] {
  const subject = pseudonymOf(keys, "subject", lead.id);
  const isKnown = isIdentified && lead.erasedAt === null;
  const patient = isKnown ? pseudonymOf(keys, "patient", lead.id) : undefined;
  const told = toResearchSubject(lead, { subject, study, patient }, { isIdentified });
  return [
    ...(told ? [entryOf(told, subject)] : []),
    ...(patient === undefined ? [] : [entryOf(toPatient(lead, patient), patient)]),
  ];
}

function entryOf(resource: FhirResource, id: string): BundleEntry {
  return { fullUrl: `urn:uuid:${id}`, resource };
}
