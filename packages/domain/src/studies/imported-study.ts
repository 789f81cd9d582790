// A study as read from a registry record: every module is optional there, so nearly every fact is here.
// What could not be understood, or is not used, stands in `leftovers` as sentences, never dropped.
import type { ParsedCriteria } from "./criteria";

/** The registry's own closed list, kept in its spelling; anything else becomes UNKNOWN. */
export const overallStatuses = [
  "NOT_YET_RECRUITING",
  "RECRUITING",
  "ENROLLING_BY_INVITATION",
  "ACTIVE_NOT_RECRUITING",
  "COMPLETED",
  "SUSPENDED",
  "TERMINATED",
  "WITHDRAWN",
  "AVAILABLE",
  "NO_LONGER_AVAILABLE",
  "TEMPORARILY_NOT_AVAILABLE",
  "APPROVED_FOR_MARKETING",
  "WITHHELD",
  "UNKNOWN",
] as const;
export type OverallStatus = (typeof overallStatuses)[number];

export const studyTypes = ["INTERVENTIONAL", "OBSERVATIONAL", "EXPANDED_ACCESS"] as const;
export type StudyType = (typeof studyTypes)[number];

export const studyPhases = ["NA", "EARLY_PHASE1", "PHASE1", "PHASE2", "PHASE3", "PHASE4"] as const;
export type StudyPhase = (typeof studyPhases)[number];

export const studySexes = ["ALL", "FEMALE", "MALE"] as const;
export type StudySex = (typeof studySexes)[number];

export const ageUnits = ["years", "months", "weeks", "days", "hours", "minutes"] as const;
export type AgeUnit = (typeof ageUnits)[number];
export type StudyAge = { value: number; unit: AgeUnit };

export type StudyContact = { name: string; role?: string; phone?: string; email?: string };

export type StudyOfficial = { name: string; affiliation?: string; role?: string };

export type StudyLocation = {
  facility: string;
  status?: OverallStatus;
  city?: string;
  state?: string;
  zip?: string;
  country?: string;
  lat?: number;
  lon?: number;
};

export type ImportedStudy = {
  /** "NCT" and eight digits. */
  nctId: string;
  title: string;
  officialTitle?: string;
  acronym?: string;
  overallStatus: OverallStatus;
  /** What the study was doing when the registry last heard of it; given when overallStatus is UNKNOWN. */
  lastKnownStatus?: OverallStatus;
  whyStopped?: string;
  conditions: string[];
  keywords: string[];
  studyType?: StudyType;
  phases: StudyPhase[];
  sponsor?: string;
  sex: StudySex;
  minimumAge?: StudyAge;
  maximumAge?: StudyAge;
  healthyVolunteers?: boolean;
  summary?: string;
  detailedDescription?: string;
  criteriaText: string;
  criteria: ParsedCriteria;
  /** YYYY-MM-DD, or YYYY-MM or YYYY where the registry knows no more; so are the two below. */
  lastUpdate?: string;
  startDate?: string;
  completionDate?: string;
  contacts: StudyContact[];
  officials: StudyOfficial[];
  locations: StudyLocation[];
  leftovers: string[];
};
