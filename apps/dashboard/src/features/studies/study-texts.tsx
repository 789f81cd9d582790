// The record's own prose, which can carry notes once the study is here. What is long opens on demand.
import { AnchorText } from "../../components/anchor-text";
import classes from "./study-texts.module.css";
import type { ImportedStudy } from "./study-types";

export function StudyTexts({ studyId, study }: { studyId?: number; study: ImportedStudy }) {
  const { summary, detailedDescription, criteriaText } = study;
  if (!summary && !detailedDescription && !criteriaText) {
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
      {criteriaText ? (
        <details>
          <summary>Eligibility, as the registry words it</summary>
          {carry("eligibility", criteriaText, "the eligibility text")}
        </details>
      ) : null}
    </div>
  );
}
