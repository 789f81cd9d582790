// Reads a registry file into studies, or refuses it with a sentence that says what to do. Nothing is
// dropped in silence: whatever was not understood or is not shown stands in the study's leftovers.
import { resolveEscapes } from "./criteria-text";
import {
  type ImportedStudy,
  overallStatuses,
  type StudyAge,
  studyPhases,
  studySexes,
  studyTypes,
} from "./imported-study";
import { parseCriteria } from "./parse-criteria";
import { quote, readRecord, unusedFields } from "./read-record";
import { readContacts, readLocations, readOfficials } from "./registry-places";
import type { RegistryRecord } from "./registry-record";
import { present, readAge, readDate, readListed, readText } from "./registry-values";

export const mostRegistryBytes = 5 * 1024 * 1024;

/**
 * The registry takes 32,000 in its longest field. A record that goes far beyond is none of its own, and would
 * make a page that takes minutes to show.
 */
const mostTextCharacters = 50_000;

export type RegistryFileRefusal =
  | "too_large"
  | "empty"
  | "not_json"
  | "not_a_study"
  | "no_studies"
  | "no_nct_id"
  | "listed_twice";

export type ReadRegistryResult =
  | { ok: true; studies: ImportedStudy[] }
  | { ok: false; reason: RegistryFileRefusal; message: string };

const howToGetOne =
  "Open the study on ClinicalTrials.gov, choose Download, then JSON, and give that file.";

function refuse(reason: RegistryFileRefusal, what: string, next = howToGetOne): ReadRegistryResult {
  return { ok: false, reason, message: `${what} ${next}` };
}

function isTooLarge(text: string): boolean {
  // The length is a lower bound of the bytes: a huge text is refused without being encoded.
  return (
    text.length > mostRegistryBytes || new TextEncoder().encode(text).length > mostRegistryBytes
  );
}

/**
 * The records of a parsed file, untouched: a record alone, `{"studies": […]}` as the registry's API
 * answers, or the bare list of a download.
 */
export function recordsIn(value: unknown): unknown[] {
  if (Array.isArray(value)) return value;
  if (typeof value === "object" && value !== null && "studies" in value) {
    return Array.isArray(value.studies) ? value.studies : [value.studies];
  }
  return [value];
}

/** Takes out escaped NUL characters, which no database text may hold. An escaped backslash before u0000 stays. */
function withoutNul(json: string): string {
  return json.replace(/(?<!\\)((?:\\\\)*)\\u0000/g, "$1");
}

export function readRegistryFile(fileText: string): ReadRegistryResult {
  if (isTooLarge(fileText)) {
    return refuse("too_large", "The file is larger than 5 MB, which no single study is.");
  }
  const text = fileText.replace(/^\uFEFF/, "");
  if (text.trim() === "") return refuse("empty", "The file is empty.");
  let value: unknown;
  try {
    value = JSON.parse(withoutNul(text));
  } catch {
    return refuse("not_json", "The file is not JSON, or it is damaged.");
  }
  const records = recordsIn(value);
  if (records.length === 0) return refuse("no_studies", "The file lists no studies.");

  const studies: ImportedStudy[] = [];
  for (const [index, candidate] of records.entries()) {
    const which =
      records.length === 1 ? "The file" : `Study ${index + 1} of ${records.length} in the file`;
    const leftovers: string[] = [];
    const record = readRecord(candidate, leftovers);
    if (!record) {
      return refuse(
        "not_a_study",
        `${which} is not a study record of ClinicalTrials.gov (version 2).`,
      );
    }
    if (longestText(record) > mostTextCharacters) {
      return refuse(
        "too_large",
        `${which} has a text of more than 50,000 characters, which the registry never takes.`,
      );
    }
    const given = readText(record.protocolSection.identificationModule?.nctId);
    const nctId = given?.toUpperCase();
    if (nctId === undefined || !/^NCT\d{8}$/.test(nctId)) {
      const found = given === undefined ? "" : ` (it says ${quote(given)})`;
      return refuse("no_nct_id", `${which} has no NCT number, "NCT" and eight digits${found}.`);
    }
    if (studies.some((study) => study.nctId === nctId)) {
      return refuse(
        "listed_twice",
        `${nctId} is in the file twice.`,
        "Leave one of them and try again.",
      );
    }
    studies.push(importRecord(nctId, record, leftovers));
  }
  return { ok: true, studies };
}

function longestText({ protocolSection }: RegistryRecord): number {
  const { identificationModule, statusModule, descriptionModule, eligibilityModule } =
    protocolSection;
  const texts = [
    identificationModule?.briefTitle,
    identificationModule?.officialTitle,
    statusModule?.whyStopped,
    descriptionModule?.briefSummary,
    descriptionModule?.detailedDescription,
    eligibilityModule?.eligibilityCriteria,
  ];
  return Math.max(...texts.map((text) => text?.length ?? 0));
}

function importRecord(nctId: string, record: RegistryRecord, leftovers: string[]): ImportedStudy {
  const modules = record.protocolSection;
  const names = modules.identificationModule ?? {};
  const status = modules.statusModule ?? {};
  const eligibility = modules.eligibilityModule ?? {};
  const places = modules.contactsLocationsModule ?? {};
  const prose = (value: string | undefined) => readText(value && resolveEscapes(value));

  const officialTitle = readText(names.officialTitle);
  const title = readText(names.briefTitle) ?? officialTitle;
  if (!title) leftovers.push("The record has no title; its NCT number is shown instead.");
  const overallStatus = readListed(
    "overallStatus",
    overallStatuses,
    status.overallStatus,
    leftovers,
  );
  if (!overallStatus) {
    leftovers.push(
      "The record gives no overall status that is known here; the study is shown as unknown.",
    );
  }
  const sex = readListed("sex", studySexes, eligibility.sex, leftovers);
  if (!sex) leftovers.push("The record does not say which sex may take part; it is shown as all.");
  const minimumAge = readAge("minimumAge", eligibility.minimumAge, leftovers);
  const maximumAge = readAge("maximumAge", eligibility.maximumAge, leftovers);
  if (isAboveInSameUnit(minimumAge, maximumAge)) {
    leftovers.push("The lowest age is above the highest; both are shown as the record gives them.");
  }
  const posted = status.lastUpdatePostDateStruct?.date;
  const criteriaText = eligibility.eligibilityCriteria ?? "";
  const criteria = parseCriteria(criteriaText);
  leftovers.push(...criteria.doubts);
  for (const kind of ["inclusion", "exclusion"] as const) {
    if (!criteria.criteria.some((criterion) => criterion.kind === kind)) {
      leftovers.push(`The record lists no ${kind} criteria.`);
    }
  }

  return {
    nctId,
    title: title ?? nctId,
    overallStatus: overallStatus ?? "UNKNOWN",
    conditions: readTexts(modules.conditionsModule?.conditions),
    keywords: readTexts(modules.conditionsModule?.keywords),
    phases: (modules.designModule?.phases ?? []).flatMap(
      (phase) => readListed("phases", studyPhases, phase, leftovers) ?? [],
    ),
    sex: sex ?? "ALL",
    criteriaText,
    criteria,
    contacts: readContacts(places, leftovers),
    officials: readOfficials(places, leftovers),
    locations: readLocations(places, leftovers),
    ...present({
      officialTitle,
      acronym: readText(names.acronym),
      lastKnownStatus: readListed(
        "lastKnownStatus",
        overallStatuses,
        status.lastKnownStatus,
        leftovers,
      ),
      whyStopped: prose(status.whyStopped),
      studyType: readListed("studyType", studyTypes, modules.designModule?.studyType, leftovers),
      sponsor: readText(modules.sponsorCollaboratorsModule?.leadSponsor?.name),
      minimumAge,
      maximumAge,
      healthyVolunteers: eligibility.healthyVolunteers,
      summary: prose(modules.descriptionModule?.briefSummary),
      detailedDescription: prose(modules.descriptionModule?.detailedDescription),
      lastUpdate: readDate(
        "The date of the last update",
        posted ?? status.lastUpdateSubmitDate,
        leftovers,
      ),
      startDate: readDate("The start date", status.startDateStruct?.date, leftovers),
      completionDate: readDate("The completion date", status.completionDateStruct?.date, leftovers),
    }),
    leftovers: [...leftovers, ...unusedFields(record)],
  };
}

function readTexts(values: string[] | undefined): string[] {
  return (values ?? []).flatMap((value) => readText(value) ?? []);
}

function isAboveInSameUnit(low: StudyAge | undefined, high: StudyAge | undefined): boolean {
  return (
    low !== undefined && high !== undefined && low.unit === high.unit && low.value > high.value
  );
}
