// The record's own prose, which can carry notes once the study is here. The long description opens on demand.
import { AnchorText } from "../../components/anchor-text";
import classes from "./study-texts.module.css";
import type { ImportedStudy } from "./study-types";

export function StudyTexts({ studyId, study }: { studyId?: number; study: ImportedStudy }) {
  const { summary, detailedDescription } = study;
  if (!summary && !detailedDescription) {
    return <p className={classes.none}>The record has no summary and no description.</p>;
  }
  const carry = (fieldPath: string, text: string, name: string) =>
    studyId === undefined ? (
      <p>{text}</p>
    ) : (
      <AnchorText
        sourceType="study"
        sourceId={studyId}
        revision={study.lastUpdate ?? ""}
        {...{ fieldPath, text, name }}
      />
    );
  return (
    <div className={classes.texts}>
      {summary ? carry("summary", summary, "the summary") : null}
      {detailedDescription ? (
        <details>
          <summary>Detailed description</summary>
          {carry("description", detailedDescription, "the detailed description")}
        </details>
      ) : null}
    </div>
  );
}
