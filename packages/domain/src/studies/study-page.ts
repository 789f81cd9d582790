// What anybody may see of a study: the registry's facts and the study centres. No id of ours but the
// sites' that can be written to.
import type { ConsentText } from "../leads/consent";
import type { ImportedStudy, OverallStatus } from "./imported-study";
import type { RecruitingStatus } from "./study-inputs";

/** A place where the study happens: ours with its own status, others as the registry lists them. */
export type StudyCentre = {
  name: string;
  city?: string;
  state?: string;
  country?: string;
} & (
  | { isOurs: true; recruiting: RecruitingStatus }
  | { isOurs: false; registryStatus?: OverallStatus }
);

/** A study centre that takes messages about the study. */
export type RecruitingSite = {
  id: number;
  name: string;
  city: string;
  /** The site's promise: hours to first contact. */
  promiseHours: number;
};

export type StudyPage = Pick<
  ImportedStudy,
  | "nctId"
  | "title"
  | "officialTitle"
  | "overallStatus"
  | "lastKnownStatus"
  | "whyStopped"
  | "conditions"
  | "studyType"
  | "phases"
  | "sponsor"
  | "sex"
  | "minimumAge"
  | "maximumAge"
  | "healthyVolunteers"
  | "summary"
  | "detailedDescription"
  | "criteria"
  | "lastUpdate"
  | "startDate"
  | "completionDate"
  | "contacts"
> & {
  centres: StudyCentre[];
  /** Empty: nobody can be written to, and the page says where else to look. */
  recruitingSites: RecruitingSite[];
  consentText: ConsentText;
};

export type StudyListItem = Pick<
  ImportedStudy,
  "nctId" | "title" | "conditions" | "minimumAge" | "maximumAge" | "sex" | "phases"
> & { sites: { name: string; city: string }[] };

export type StudyList = {
  studies: StudyListItem[];
  /** Where the next page begins; absent on the last. */
  nextBefore?: number;
};
