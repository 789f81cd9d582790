// Answers that stand no longer, each as it was given and to the question as it was asked then.
import { answerLabels, evidenceSourceLabels } from "@studydesk/domain/screening/answer";
import type { AskedCriterion } from "@studydesk/domain/screening/criterion";
import { When } from "../../components/when";
import { valueWords } from "./answer-choices";
import classes from "./earlier-answers.module.css";
import type { GivenAnswer } from "./screening-types";

interface Props {
  answers: readonly GivenAnswer[];
  criterion: AskedCriterion;
}

export function EarlierAnswers({ answers, criterion }: Props) {
  if (answers.length === 0) return null;
  return (
    <details className={classes.earlier}>
      <summary>
        {answers.length === 1 ? "One earlier answer" : `${answers.length} earlier answers`}
      </summary>
      <ul>
        {answers.map((each) => {
          const asked = each.askedAs ?? criterion;
          const value = valueWords(asked, each.value);
          return (
            <li key={each.id}>
              <p>
                <strong>{answerLabels[each.answer]}</strong>
                {value ? ` · ${value}` : ""} · {each.answeredByName}, <When at={each.answeredAt} />
                {each.replacedAt ? (
                  <>
                    , until <When at={each.replacedAt} />
                  </>
                ) : null}
              </p>
              {each.evidence ? (
                <p>
                  <q dir="auto">{each.evidence}</q>
                  {each.source ? ` ${evidenceSourceLabels[each.source].toLowerCase()}` : ""}
                </p>
              ) : null}
              {each.askedAs ? (
                <p className={classes.asked}>
                  Asked in version {each.versionNumber} as {asked.label}:{" "}
                  {asked.wording ?? asked.text}
                </p>
              ) : null}
            </li>
          );
        })}
      </ul>
    </details>
  );
}
