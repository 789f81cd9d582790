// The registry's closed lists as a reader meets them: status, ages, sex, phase. English takes the words
// that the desk has, too.
import type { StudyAge, StudyPhase } from "@studydesk/domain/studies/imported-study";
import {
  ageRange,
  overallStatusLabels,
  phasesLabel,
  sexLabels,
} from "@studydesk/domain/studies/study-words";

export const registry = {
  statuses: overallStatusLabels,
  sexes: sexLabels,
  /** "Phase: 2 and 3", where no heading stands over it. */
  phaseTag: (phases: readonly StudyPhase[]) => phasesLabel(phases),
  /** "2 and 3". */
  phases: (phases: readonly StudyPhase[]) => phasesLabel(phases).replace(/^Phase: /, ""),
  /** "18–80 years", "6 months to 5 years", "18 years and older", "up to 8 years", "any age". */
  ages: (minimum: StudyAge | undefined, maximum: StudyAge | undefined) =>
    ageRange(minimum, maximum),
};

export type RegistryTexts = typeof registry;
