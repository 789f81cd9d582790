// What the public page tells readers in plain words, for everybody who answers them; it can carry notes.
import { AnchorText } from "../../components/anchor-text";
import { languageLabel, setIn } from "../../lib/language-words";
import classes from "./study-texts.module.css";
import type { StudyView } from "./study-types";

interface Props {
  studyId: number;
  texts: StudyView["plainTexts"];
}

export function PlainTexts({ studyId, texts }: Props) {
  return (
    <div className={classes.texts}>
      {texts.map(({ id, language, text }) => (
        <details key={id}>
          <summary>{languageLabel(language)}</summary>
          <AnchorText
            sourceType="study"
            sourceId={studyId}
            fieldPath={`overview.${language}`}
            revision={String(id)}
            text={text}
            name={`the plain-language text in ${languageLabel(language)}`}
            around={(words) => <p {...setIn(language)}>{words}</p>}
          />
        </details>
      ))}
    </div>
  );
}
