// Readers are shown a plain-language text that was made from an older text of the registry: somebody has
// to compare the two.
import { Link } from "@tanstack/react-router";
import { languageLabel } from "../../lib/language-words";
import classes from "./stale-overviews.module.css";
import type { StudyView } from "./study-types";

export function StaleOverviews({ study }: { study: StudyView }) {
  const { id: studyId, staleOverviews } = study;
  if (staleOverviews.length === 0) return null;
  return (
    <div className={classes.note} role="status">
      <p>
        The registry’s text changed since the plain-language text was published. Readers still see
        it.
      </p>
      {study.abilities.word ? (
        <ul>
          {staleOverviews.map((language) => (
            <li key={language}>
              <Link to="/studies/$studyId/overview" params={{ studyId }} search={{ language }}>
                Compare the {languageLabel(language)} text
              </Link>
            </li>
          ))}
        </ul>
      ) : (
        <p>The owner and the admins of a site that takes part can compare and change it.</p>
      )}
    </div>
  );
}
