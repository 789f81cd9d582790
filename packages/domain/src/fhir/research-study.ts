// A study as FHIR R5 tells of it: the registry's facts as they were imported, and the sites here whose
// subjects stand beside it. People whom the record names (contacts, officials) are left to the registry.
import type { CodeableConcept, ResearchStudy } from "fhir/r5";
import type { ImportedStudy } from "../studies/imported-study";
import { designCode, type FhirCode, phaseCode, studyStatusCode } from "./study-codes";

/** `id` names it in the bundle; `siteNames` are the sites of this export. */
export function toResearchStudy(
  study: ImportedStudy,
  { id, siteNames }: { id: string; siteNames: readonly string[] },
): ResearchStudy {
  const state = studyStatusCode(study.overallStatus);
  const phase = phaseCode(study.phases);
  const design = designCode(study.studyType);
  const labels = [
    labelOf("official", "Official title", study.officialTitle),
    labelOf("acronym", "Acronym", study.acronym),
  ].flat();
  return {
    resourceType: "ResearchStudy",
    id,
    url: `https://clinicaltrials.gov/study/${study.nctId}`,
    identifier: [{ use: "official", system: "http://clinicaltrials.gov", value: study.nctId }],
    title: study.title,
    ...(labels.length > 0 ? { label: labels } : {}),
    ...(study.lastUpdate ? { date: study.lastUpdate } : {}),
    // Of the record, not of the study, whose own state follows below.
    status: "active",
    ...(state ? { progressStatus: [{ state: { coding: [state] } }] } : {}),
    ...(phase ? { phase: { coding: [phase] } } : {}),
    ...(design ? { studyDesign: [{ coding: [design] }] } : {}),
    ...listed("condition", study.conditions),
    ...listed("keyword", study.keywords),
    ...(study.summary ? { descriptionSummary: study.summary } : {}),
    ...(study.detailedDescription ? { description: study.detailedDescription } : {}),
    ...periodOf(study),
    ...(siteNames.length > 0
      ? { site: siteNames.map((display) => ({ type: "Organization", display })) }
      : {}),
    ...(study.sponsor
      ? { associatedParty: [{ name: study.sponsor, role: { coding: [leadSponsor] } }] }
      : {}),
    ...(study.whyStopped ? { whyStopped: { text: study.whyStopped } } : {}),
  };
}

const leadSponsor: FhirCode = {
  system: "http://hl7.org/fhir/research-study-party-role",
  code: "lead-sponsor",
  display: "lead-sponsor",
};

function labelOf(code: string, display: string, value: string | undefined) {
  const type = { coding: [{ system: "http://hl7.org/fhir/title-type", code, display }] };
  return value ? [{ type, value }] : [];
}

/** What the registry has as words alone. */
function listed<Name extends "condition" | "keyword">(
  name: Name,
  words: readonly string[],
): { [N in Name]?: CodeableConcept[] } {
  if (words.length === 0) return {};
  const told: { [N in Name]?: CodeableConcept[] } = {};
  told[name] = words.map((text) => ({ text }));
  return told;
}

/** From the start to the completion, as exactly as the registry knows them. */
function periodOf({ startDate, completionDate }: ImportedStudy): Pick<ResearchStudy, "period"> {
  if (!startDate && !completionDate) return {};
  return {
    period: {
      ...(startDate ? { start: startDate } : {}),
      ...(completionDate ? { end: completionDate } : {}),
    },
  };
}
