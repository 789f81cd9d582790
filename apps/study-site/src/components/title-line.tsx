// Which study a page is about, above its heading.
import type { Texts } from "../texts/texts";
import { languageMark } from "./in-english";
import type { StudyLink } from "./study-links";

export function TitleLine({ t, study }: { t: Texts; study: Omit<StudyLink, "nctId"> }) {
  return (
    <p className="quiet">
      <span {...languageMark(t, study.titleLanguage)}>{study.title}</span>
    </p>
  );
}
