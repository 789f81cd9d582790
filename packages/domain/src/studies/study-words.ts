// How a study's facts read on a page, in plain English. The registry's codes never reach a reader.
import type { AgeUnit, OverallStatus, StudyAge, StudyPhase, StudySex } from "./imported-study";

export const overallStatusLabels: Record<OverallStatus, string> = {
  NOT_YET_RECRUITING: "Not yet recruiting",
  RECRUITING: "Recruiting",
  ENROLLING_BY_INVITATION: "Enrolling by invitation",
  ACTIVE_NOT_RECRUITING: "Active, no longer recruiting",
  COMPLETED: "Completed",
  SUSPENDED: "Paused",
  TERMINATED: "Stopped early",
  WITHDRAWN: "Withdrawn before it began",
  AVAILABLE: "Treatment available outside a study",
  NO_LONGER_AVAILABLE: "Treatment no longer available",
  TEMPORARILY_NOT_AVAILABLE: "Treatment not available for now",
  APPROVED_FOR_MARKETING: "Treatment approved",
  WITHHELD: "Details withheld",
  UNKNOWN: "Status unknown",
};

/** Whether people may come forward by themselves; enrolling by invitation is not that. */
export function isRecruitingStatus(status: OverallStatus): boolean {
  return status === "RECRUITING";
}

const phaseNames: Record<StudyPhase, string> = {
  NA: "not applicable",
  EARLY_PHASE1: "early 1",
  PHASE1: "1",
  PHASE2: "2",
  PHASE3: "3",
  PHASE4: "4",
};

/** "Phase: 2 and 3"; a study without phases, such as an observational one, has none to apply. */
export function phasesLabel(phases: readonly StudyPhase[]): string {
  const names = phases.map((phase) => phaseNames[phase]);
  return `Phase: ${names.join(" and ") || phaseNames.NA}`;
}

export const sexLabels: Record<StudySex, string> = {
  ALL: "All sexes",
  FEMALE: "Women",
  MALE: "Men",
};

function unitName(unit: AgeUnit, value: number): string {
  return value === 1 ? unit.slice(0, -1) : unit;
}

const withUnit = ({ value, unit }: StudyAge) => `${value} ${unitName(unit, value)}`;

/** "18–80 years", "6 months to 5 years", "18 years and older", "up to 8 years", "any age". */
export function ageRange(minimum: StudyAge | undefined, maximum: StudyAge | undefined): string {
  if (minimum && maximum) {
    if (minimum.unit !== maximum.unit) return `${withUnit(minimum)} to ${withUnit(maximum)}`;
    if (minimum.value === maximum.value) return withUnit(minimum);
    return `${minimum.value}–${withUnit(maximum)}`;
  }
  if (minimum) return `${withUnit(minimum)} and older`;
  return maximum ? `up to ${withUnit(maximum)}` : "any age";
}
