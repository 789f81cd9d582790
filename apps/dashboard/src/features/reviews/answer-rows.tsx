// Answers one below the other: the criterion, what was said with its source, and how it was judged.
import type { PageAnswer } from "@studydesk/domain/reviews/review-page";
import { CriterionPoints } from "../../components/criterion-points";
import { useNow } from "../../lib/use-now";
import classes from "./candidate-sheet.module.css";
import { answerTone, answerWords, evidenceWords } from "./review-words";

interface Props {
  answers: readonly PageAnswer[];
  /** Labels of those that changed since the page was opened. */
  changed?: ReadonlySet<string>;
}

export function AnswerRows({ answers, changed }: Props) {
  const now = useNow();
  return (
    <ul className={classes.rows}>
      {answers.map((each) => {
        const evidence = evidenceWords(each, now);
        return (
          <li key={each.lineId} className={classes.row} data-changed={changed?.has(each.label)}>
            <b>{each.label}</b>
            <div className={classes.what}>
              {each.heading ? <span className={classes.heading}>{each.heading}: </span> : null}
              {each.text}
              <CriterionPoints points={each.children} className={classes.children} />
              {evidence ? (
                <small dir="auto" className={classes.evidence}>
                  {evidence}
                </small>
              ) : null}
            </div>
            <span className={classes.answer} data-tone={answerTone(each)}>
              {answerWords(each)}
              {changed?.has(each.label) ? <small>new</small> : null}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
