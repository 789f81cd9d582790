// What visitors agree to, in one language: the wording in force, those before it, and a new one. Nothing
// here is ever changed: whoever agreed, agreed to the very words that stood there.
import { When } from "../../components/when";
import { languageLabel, setIn } from "../../lib/language-words";
import classes from "./consent-wordings.module.css";
import { PublishConsent } from "./publish-consent";
import type { StudyTexts, TextsPlace } from "./study-texts-types";

interface Props {
  place: TextsPlace;
  consent: StudyTexts["consent"];
  canWord: boolean;
}

export function ConsentWordings({ place, consent, canWord }: Props) {
  const { inForce, own, ownLanguages } = consent;
  const [newest, ...older] = own;
  const others = ownLanguages.filter((language) => language !== place.language);
  return (
    <div className={classes.consent}>
      <section>
        <h2 className={classes.title}>
          {newest ? `Wording ${newest.number}, in force` : "The general wording is in force"}
        </h2>
        <blockquote className={classes.wording} {...setIn(place.language)}>
          {inForce.text}
        </blockquote>
        {newest ? (
          <p className={classes.when}>
            Published <When at={newest.createdAt} />
          </p>
        ) : null}
        {!newest && others.length > 0 ? (
          <p className={classes.warning} role="note">
            This study has a wording of its own in {others.map(languageLabel).join(", ")}. Readers
            of {languageLabel(place.language)} agree to the general one until there is one here,
            too: nobody agrees to words that they cannot read.
          </p>
        ) : null}
      </section>
      {canWord ? <PublishConsent place={place} consent={consent} /> : null}
      {older.length > 0 ? (
        <section>
          <h2 className={classes.title}>Before it</h2>
          <ol className={classes.older} reversed>
            {older.map(({ id, number, text, createdAt }) => (
              <li key={id} value={number}>
                <p {...setIn(place.language)}>{text}</p>
                <p className={classes.when}>
                  Published <When at={createdAt} />
                </p>
              </li>
            ))}
          </ol>
        </section>
      ) : null}
    </div>
  );
}
