// A study in four words: may one join, how old, which sex, which phase.
import type { StudyPage } from "@studydesk/domain/studies/study-page";
import type { Texts } from "../texts/texts";

export function Tags({ t, page }: { t: Texts; page: StudyPage }) {
  const { registry } = t;
  const isOpen = page.recruitingSites.length > 0;
  return (
    <ul className="tags">
      <li className={isOpen ? "tag open" : "tag"}>{registry.statuses[page.overallStatus]}</li>
      <li className="tag">{registry.ages(page.minimumAge, page.maximumAge)}</li>
      <li className="tag">{registry.sexes[page.sex]}</li>
      <li className="tag">{registry.phaseTag(page.phases)}</li>
    </ul>
  );
}
