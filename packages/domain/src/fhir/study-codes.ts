// The registry's closed lists of a study's facts, in the codes of FHIR R5; undefined: R5 has no word for it.
import type { OverallStatus, StudyPhase, StudyType } from "../studies/imported-study";

export interface FhirCode {
  readonly system: string;
  readonly code: string;
  readonly display: string;
}

const studyStatuses: Readonly<Record<OverallStatus, readonly [string, string] | undefined>> = {
  NOT_YET_RECRUITING: ["not-yet-recruiting", "Not yet recruiting"],
  RECRUITING: ["recruiting", "Recruiting"],
  ENROLLING_BY_INVITATION: ["enrolling-by-invitation", "Enrolling by invitation"],
  ACTIVE_NOT_RECRUITING: ["active-but-not-recruiting", "Active, not recruiting"],
  COMPLETED: ["completed", "Completed"],
  SUSPENDED: ["temporarily-closed-to-accrual", "Temporarily Closed to Accrual"],
  TERMINATED: ["terminated", "Terminated"],
  WITHDRAWN: ["withdrawn", "Withdrawn"],
  // Of a treatment that is given outside a trial.
  AVAILABLE: ["active", "Active"],
  TEMPORARILY_NOT_AVAILABLE: ["temporarily-closed-to-accrual", "Temporarily Closed to Accrual"],
  NO_LONGER_AVAILABLE: ["closed-to-accrual", "Closed to Accrual"],
  APPROVED_FOR_MARKETING: undefined,
  WITHHELD: undefined,
  UNKNOWN: undefined,
};

export function studyStatusCode(status: OverallStatus): FhirCode | undefined {
  return coded("http://hl7.org/fhir/research-study-status", studyStatuses[status]);
}

const phases: Readonly<Record<string, readonly [string, string]>> = {
  NA: ["n-a", "N/A"],
  EARLY_PHASE1: ["early-phase-1", "Early Phase 1"],
  PHASE1: ["phase-1", "Phase 1"],
  "PHASE1+PHASE2": ["phase-1-phase-2", "Phase 1/Phase 2"],
  PHASE2: ["phase-2", "Phase 2"],
  "PHASE2+PHASE3": ["phase-2-phase-3", "Phase 2/Phase 3"],
  PHASE3: ["phase-3", "Phase 3"],
  PHASE4: ["phase-4", "Phase 4"],
};

/** A study in two neighbouring phases has one code of its own. */
export function phaseCode(studyPhases: readonly StudyPhase[]): FhirCode | undefined {
  const both = [...studyPhases].sort().join("+");
  return coded("http://hl7.org/fhir/research-study-phase", phases[both]);
}

const designs: Readonly<Record<StudyType, readonly [string, string]>> = {
  INTERVENTIONAL: ["SEVCO:01001", "Interventional research"],
  OBSERVATIONAL: ["SEVCO:01002", "Observational research"],
  EXPANDED_ACCESS: ["SEVCO:01038", "Expanded Access study"],
};

export function designCode(type: StudyType | undefined): FhirCode | undefined {
  return coded("http://hl7.org/fhir/study-design", type && designs[type]);
}

function coded(
  system: string,
  word: readonly [code: string, display: string] | undefined,
): FhirCode | undefined {
  return word && { system, code: word[0], display: word[1] };
}
