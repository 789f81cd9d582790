// Studies to go on to, by their titles, each set by the rules of its own language.
import { type PublicLanguage, pathIn } from "@studydesk/domain/public-language";
import type { Texts } from "../texts/texts";
import { languageMark } from "./in-english";

export interface StudyLink {
  nctId: string;
  title: string;
  titleLanguage: PublicLanguage;
}

export function StudyLinks({ t, studies }: { t: Texts; studies: readonly StudyLink[] }) {
  return (
    <ul>
      {studies.map(({ nctId, title, titleLanguage }) => (
        <li key={nctId}>
          <a href={pathIn(t.lang, `/studies/${nctId}`)}>
            <span {...languageMark(t, titleLanguage)}>{title}</span>
          </a>
        </li>
      ))}
    </ul>
  );
}
