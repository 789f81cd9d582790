// What anybody may see of a study: the registry's facts and the study centres. No id of ours but the
// sites' that can be written to.
import type { ConsentText } from "../leads/consent";
import type { Faq } from "./faqs";
import type { ImportedStudy, OverallStatus } from "./imported-study";
import type { PageOverview } from "./overview";
import type { ShownStudyWords } from "./study-texts";

/**
 * A place where the study happens: one of ours, or another as the registry lists it. While the study
 * recruits, ours stand here only as long as they take messages: one that paused has left the list.
 */
export type StudyCentre = {
  name: string;
  city?: string;
  state?: string;
  /** In English, as the registry names it. */
  country?: string;
  lat?: number;
  lon?: number;
} & (
  | { isOurs: true; siteId: number; takesMessages: boolean }
  | { isOurs: false; registryStatus?: OverallStatus }
);

/** A study centre that takes messages about the study. */
export type RecruitingSite = {
  id: number;
  name: string;
  city: string;
  /** The site's promise: hours to first contact. */
  promiseHours: number;
  /** Hours until half of those who wrote in the last 60 days were reached; absent when too few wrote. */
  usualAnswerHours?: number;
};

export type StudyPage = Pick<
  ImportedStudy,
  | "nctId"
  | "officialTitle"
  | "overallStatus"
  | "lastKnownStatus"
  | "studyType"
  | "phases"
  | "sponsor"
  | "sex"
  | "minimumAge"
  | "maximumAge"
  | "healthyVolunteers"
  | "lastUpdate"
  | "startDate"
  | "completionDate"
  | "contacts"
> &
  ShownStudyWords & {
    centres: StudyCentre[];
    /** Empty: nobody can be written to, and the page says where else to look. */
    recruitingSites: RecruitingSite[];
    consentText: ConsentText;
    /** A plain-language text that the study team published. */
    overview?: PageOverview;
    /** The study team's own common questions, in the reader's language. */
    faqs?: readonly Faq[];
  };

export type StudyListItem = Pick<
  ImportedStudy,
  "nctId" | "title" | "conditions" | "minimumAge" | "maximumAge" | "sex" | "phases"
> &
  Pick<ShownStudyWords, "inEnglish"> & { sites: { name: string; city: string }[] };

export type StudyList = {
  studies: StudyListItem[];
  /** Where the next page begins; absent on the last. */
  nextBefore?: number;
};
