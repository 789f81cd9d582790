// Where a lead is in its life, in the words of FHIR R5: the one table that an export of subjects goes by.
// The codes are those of http://terminology.hl7.org/CodeSystem/research-subject-state.
import type { LeadStatus } from "../leads/lead-status";

export const subjectStateSystem = "http://terminology.hl7.org/CodeSystem/research-subject-state";

export type SubjectState =
  | "potential-candidate"
  | "candidate"
  | "screening"
  | "on-study"
  | "not-registered"
  | "ineligible"
  | "withdrawn";

/** Null: it is no subject at all (spam, a test, the same person twice), and is not exported. */
export const subjectStates: Readonly<Record<LeadStatus, SubjectState | null>> = {
  new: "potential-candidate",
  contacting: "potential-candidate",
  pre_screening: "candidate",
  investigator_review: "candidate",
  visit_scheduled: "candidate",
  in_screening: "screening",
  enrolled: "on-study",
  could_not_reach: "not-registered",
  declined: "not-registered",
  pre_screen_failure: "ineligible",
  screen_failure: "ineligible",
  withdrawn: "withdrawn",
  invalid: null,
};
