// What differs between two readings of one study, in words that a person reads: stored with every
// import that changed something, shown before it is stored and in the study's history.
import type { ImportedStudy } from "./imported-study";

/** Where a record came from: a file that a person gave, or the registry's own API. */
export type RecordSource = "file" | "registry";

/** The parts of a study that are compared. Doubts and leftovers are about the reading, not the study. */
export type StudyField =
  | Exclude<keyof ImportedStudy, "nctId" | "doubts" | "leftovers">
  /** Text beside the criteria that is no criterion. */
  | "criteriaNotes";

export type StudyChangeKind = "added" | "removed" | "changed" | "reordered";

export type StudyChange = {
  field: StudyField;
  kind: StudyChangeKind;
  /** Which entry of a list: "I3", "I3 (now I4)", "Ruijin Hospital, Shanghai". */
  item?: string;
  /** Absent where there was nothing. */
  before?: string;
  /** Absent where nothing is any more. */
  after?: string;
  /** Numbers of a text that stand on one side only, as written: the change that is overread most. */
  numbers?: { before: string[]; after: string[] };
};

export const studyFieldLabels: Readonly<Record<StudyField, string>> = {
  title: "Title",
  officialTitle: "Official title",
  acronym: "Acronym",
  overallStatus: "Status",
  lastKnownStatus: "Last known status",
  whyStopped: "Why stopped",
  conditions: "Conditions",
  keywords: "Keywords",
  studyType: "Kind of study",
  phases: "Phases",
  sponsor: "Sponsor",
  sex: "Sexes",
  minimumAge: "Lowest age",
  maximumAge: "Highest age",
  healthyVolunteers: "Healthy volunteers",
  summary: "Summary",
  detailedDescription: "Description",
  criteria: "Criterion",
  criteriaNotes: "Note beside the criteria",
  criteriaText: "Layout of the eligibility text",
  lastUpdate: "Last update",
  startDate: "Start",
  completionDate: "Completion",
  contacts: "Contact",
  officials: "Led by",
  locations: "Location",
};

const kindWords: Readonly<Record<StudyChangeKind, string>> = {
  added: "added",
  removed: "removed",
  changed: "changed",
  reordered: "in another order",
};

/** "Criterion I3 reworded", "Location Ruijin Hospital, Shanghai added", "Title changed". */
export function changeTitle({ field, kind, item }: StudyChange): string {
  const isReworded = field === "criteria" && kind === "changed";
  const isRenumbered = field === "criteria" && kind === "reordered";
  const words = isReworded ? "reworded" : isRenumbered ? "renumbered" : kindWords[kind];
  const plural = kind === "reordered" && (field === "criteria" ? "Criteria" : pluralOf(field));
  return [plural || studyFieldLabels[field], item, words].filter(Boolean).join(" ");
}

function pluralOf(field: StudyField): string {
  const label = studyFieldLabels[field];
  return field === "contacts" || field === "locations" ? `${label}s` : label;
}

/** "1 change", "3 changes". */
export function countedChanges(count: number): string {
  return count === 1 ? "1 change" : `${count} changes`;
}
