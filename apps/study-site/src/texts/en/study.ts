// The words of a study's page.

import { plural } from "@studydesk/domain/plural";
import type { StudyType } from "@studydesk/domain/studies/imported-study";

const studyTypes: Record<StudyType, string> = {
  INTERVENTIONAL: "Tests a treatment or procedure",
  OBSERVATIONAL: "Observes, without changing treatment",
  EXPANDED_ACCESS: "Treatment outside a study",
};

export const study = {
  updated: (date: string) => `updated ${date}`,
  askJump: "Ask about taking part",
  overview: "What this study is about",
  fromRegistry: "From the study's record in the public registry.",
  wordedHere: "In the study team's words, made from the study's record in the public registry.",
  more: "Read the detailed description",
  whoCanTakePart: "Who can take part",
  inclusion: "Who may take part",
  exclusion: "Who can't take part",
  criteriaHint:
    "You need not work out alone whether you fit: the study team goes through this with you.",
  noCriteria: "The registry lists none.",
  alsoWritten: "The registry adds:",
  details: "Study details",
  conditions: "Condition",
  sponsor: "Sponsor",
  type: "Kind of study",
  types: studyTypes,
  phase: "Phase",
  ages: "Ages",
  sex: "Sex",
  healthyVolunteers: "Healthy volunteers",
  yes: "Yes",
  no: "No",
  started: "Started",
  ends: "Ends",
  status: "Status in the registry",
  registryNumber: "Registry number",
  registryRecord: (nctId: string) => `${nctId} at ClinicalTrials.gov`,
  lastUpdate: "Last update",
  officialTitle: "Full title",
  centres: "Study centres",
  moreCentres: (n: number) =>
    `Show ${plural("en", n, { one: "# more study centre", other: "# more study centres" })}`,
  contact: "Contact of the study",
  contactHint: "As given in the registry.",
  faqs: "Common questions",
  faqHint: "About clinical studies in general.",
  inEnglish: "This part is in English: the study team has not put it into your language yet.",
  registryText: "Read the registry's own text",
  seeRegistryText: "See the registry text",
  plainByAi: (date: string) =>
    `Plain-language summary written by AI, checked by the study team on ${date}.`,
  plainByTeam: (date: string) => `Plain-language summary by the study team, ${date}.`,
  ownFaqHint: "From the study team.",
  onPaper: (address: string) => `This page on the web: ${address}`,
};

export type StudyTexts = typeof study;
