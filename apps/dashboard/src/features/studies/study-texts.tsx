// The record's own prose. The summary stands open; the long description opens on demand.
import classes from "./study-texts.module.css";
import type { ImportedStudy } from "./study-types";

export function StudyTexts({ study }: { study: ImportedStudy }) {
  const { summary, detailedDescription } = study;
  if (!summary && !detailedDescription) {
    return <p className={classes.none}>The record has no summary and no description.</p>;
  }
  return (
    <div className={classes.texts}>
      {summary ? <p>{summary}</p> : null}
      {detailedDescription ? (
        <details>
          <summary>Detailed description</summary>
          <p>{detailedDescription}</p>
        </details>
      ) : null}
    </div>
  );
}
