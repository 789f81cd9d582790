// A study in four words: may one join, how old, which sex, which phase.
import type { StudyPage } from "@studydesk/domain/studies/study-page";
import {
  ageRange,
  overallStatusLabels,
  phasesLabel,
  sexLabels,
} from "@studydesk/domain/studies/study-words";

export function Tags({ page }: { page: StudyPage }) {
  const isOpen = page.recruitingSites.length > 0;
  return (
    <ul className="tags">
      <li className={isOpen ? "tag open" : "tag"}>{overallStatusLabels[page.overallStatus]}</li>
      <li className="tag">{ageRange(page.minimumAge, page.maximumAge)}</li>
      <li className="tag">{sexLabels[page.sex]}</li>
      <li className="tag">{phasesLabel(page.phases)}</li>
    </ul>
  );
}
