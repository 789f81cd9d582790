// What somebody sees who asked for the study centres nearest to them: where distances count from, and each
// centre with its own. Nothing of the question is kept, and it is never in an address.
import type { StudyCentre } from "./study-page";

/** A town as one tells it from another of its name. */
export interface PlaceToShow {
  id: number;
  name: string;
  countryCode: string;
  /** A state's letters, such as IL. */
  region?: string;
  /** A large town close by. */
  near?: string;
}

export type CentreSearchProblem = "empty" | "unknown" | "too_many" | "failed";

export interface CentreSearch {
  typed: string;
  /** Absent while nothing is sorted. */
  from?: "device" | PlaceToShow;
  /** Towns of the name that was typed: to choose from, or beside the one that was taken. */
  others: PlaceToShow[];
  problem?: CentreSearchProblem;
  /** The nearest first; those without a known distance last. Absent while nothing is sorted. */
  nearest?: { centre: StudyCentre; km?: number }[];
}
