// One passage: the registry's text beside the local wording, with what stands between them.
import { DotBadge } from "../../components/status-badge";
import { When } from "../../components/when";
import { languageLabel, setIn } from "../../lib/language-words";
import { passageName } from "./passage-names";
import classes from "./passage-row.module.css";
import { stateWords } from "./state-words";
import type { Passage, TextsPlace } from "./study-texts-types";
import { WordingField } from "./wording-field";

interface Props {
  place: TextsPlace;
  passage: Passage;
  canWord: boolean;
}

export function PassageRow({ place, passage, canWord }: Props) {
  const { field, label, source, state, wording } = passage;
  const words = stateWords(place.language, state);
  return (
    <li className={classes.row}>
      <div className={classes.head}>
        <h2 className={classes.name}>{passageName(field, label)}</h2>
        <DotBadge tone={words.tone}>{words.label}</DotBadge>
        {wording ? (
          <span className={classes.who}>
            {wording.updatedByName} · <When at={wording.updatedAt} />
          </span>
        ) : null}
      </div>
      <div className={classes.sides}>
        <div>
          <p className={classes.side}>Registry</p>
          <p className={classes.source} lang="en" dir="ltr">
            {source}
          </p>
        </div>
        <div>
          {canWord ? (
            <WordingField place={place} passage={passage} />
          ) : (
            <>
              <p className={classes.side}>{languageLabel(place.language)}</p>
              <p className={classes.source} {...setIn(place.language)}>
                {wording?.text ?? "–"}
              </p>
            </>
          )}
        </div>
      </div>
    </li>
  );
}
