// A criterion that is not the one being asked: what it says, how it is answered, and its answers to press.
import { UnstyledButton } from "@mantine/core";
import { answerLabels, evidenceSourceLabels } from "@studydesk/domain/screening/answer";
import type { AnswerValue } from "@studydesk/domain/screening/judge-answer";
import { useId } from "react";
import { AnchorText } from "../../components/anchor-text";
import { When } from "../../components/when";
import { answerChoices, valueWords } from "./answer-choices";
import classes from "./criterion-row.module.css";
import { stateOf } from "./progress-meter";
import type { ShownLine } from "./shown-lines";
import { useOpenByPress } from "./use-open-by-press";

interface Props {
  leadId: number;
  studyId: number;
  versionNumber: number;
  line: ShownLine;
  canAnswer: boolean;
  onOpen: () => void;
  onAnswer: (value: AnswerValue) => void;
}

export function CriterionRow({ line, canAnswer, onOpen, onAnswer, ...of }: Props) {
  const { leadId, studyId, versionNumber } = of;
  const { criterion, shown, answer, evidence, source } = line;
  const { label, text, rule } = criterion;
  const id = useId();
  const words = useOpenByPress(onOpen);
  return (
    <li className={classes.row} data-state={stateOf(line)}>
      <div ref={words} className={classes.words}>
        <UnstyledButton
          id={`${id}label`}
          className={classes.label}
          aria-labelledby={`${id}label ${id}text`}
          onClick={onOpen}
        >
          {label}
        </UnstyledButton>{" "}
        <AnchorText
          sourceType="study"
          sourceId={studyId}
          fieldPath={`criterion.${criterion.lineId}`}
          revision={String(versionNumber)}
          text={text}
          name={`criterion ${label}`}
          around={(shownWords) => (
            <span id={`${id}text`} className={classes.text}>
              {shownWords}
            </span>
          )}
        />
      </div>
      {rule.kind === "yes_no" && canAnswer ? (
        <fieldset className={classes.choices} aria-label={`Answer to ${label}`}>
          {answerChoices(criterion).map((choice) => (
            <UnstyledButton
              key={choice.label}
              className={classes.choice}
              data-answer={stateOf({ criterion, shown: choice })}
              aria-pressed={shown?.answer === choice.answer}
              onClick={() => onAnswer(choice.value)}
            >
              {answerLabels[choice.answer]}
            </UnstyledButton>
          ))}
        </fieldset>
      ) : (
        <UnstyledButton className={classes.state} data-answer={stateOf(line)} onClick={onOpen}>
          {shown ? answerLabels[shown.answer] : "Open"}
        </UnstyledButton>
      )}
      {shown && (evidence || answer || valueWords(criterion, shown.value)) ? (
        <div className={classes.because}>
          {valueWords(criterion, shown.value) ? (
            <strong>{valueWords(criterion, shown.value)} </strong>
          ) : null}
          {evidence && evidence === answer?.evidence ? (
            <AnchorText
              sourceType="lead"
              sourceId={leadId}
              fieldPath={`evidence.${criterion.lineId}`}
              revision={String(answer.id)}
              text={evidence}
              name={`the evidence for ${label}`}
              around={(words) => <q dir="auto">{words}</q>}
            />
          ) : evidence ? (
            <q dir="auto">{evidence}</q>
          ) : null}
          {answer ? (
            <span className={classes.who}>
              {" "}
              {source && evidence ? `${evidenceSourceLabels[source].toLowerCase()}, ` : ""}
              {answer.answeredByName}, <When at={answer.updatedAt} />
            </span>
          ) : null}
        </div>
      ) : null}
      {line.draft?.isCrossed || line.draft?.refusal ? (
        <UnstyledButton className={classes.attention} onClick={onOpen}>
          {line.draft.isCrossed ? "Two answers: pick one" : "Not saved: look at it"}
        </UnstyledButton>
      ) : null}
    </li>
  );
}
