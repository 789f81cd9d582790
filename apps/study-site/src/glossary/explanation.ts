// Which terms are about how studies are done; all others are about bodies, illnesses and treatments.
import type { TermId } from "./term-patterns";

export type StudyTermId =
  | "randomised"
  | "placebo"
  | "blinded"
  | "openLabel"
  | "controlGroup"
  | "cohort"
  | "prospective"
  | "baseline"
  | "screening"
  | "protocol"
  | "investigational"
  | "informedConsent"
  | "hipaa"
  | "washout"
  | "adverseEvent"
  | "standardOfCare"
  | "contraindication"
  | "comorbidity"
  | "asymptomatic"
  | "prognosis"
  | "ecog"
  | "kps"
  | "asaClass";

export type MedicalTermId = Exclude<TermId, StudyTermId>;

export interface Explanation {
  /** The term as the reader's language says it. */
  name: string;
  text: string;
}
