// The criterion that is being asked: its question large enough to read aloud, its answers one key each, and
// what speaks for the answer.
import { UnstyledButton } from "@mantine/core";
import { answerLabels } from "@studydesk/domain/screening/answer";
import { askCostLabels } from "@studydesk/domain/screening/answer-rule";
import type { AskedCriterion } from "@studydesk/domain/screening/criterion";
import type { AnswerValue } from "@studydesk/domain/screening/judge-answer";
import type { RefObject } from "react";
import { AnchorText } from "../../components/anchor-text";
import { KeyHint } from "../../components/key-hint";
import { When } from "../../components/when";
import { ruleWords } from "../../lib/rule-words";
import { answerChoices } from "./answer-choices";
import { CrossedAnswer } from "./crossed-answer";
import classes from "./current-criterion.module.css";
import { EarlierAnswers } from "./earlier-answers";
import { EvidenceField } from "./evidence-field";
import type { LineDraft } from "./line-drafts";
import { stateOf } from "./progress-meter";
import type { ShownLine } from "./shown-lines";
import { ValueField } from "./value-field";

interface Props {
  line: ShownLine;
  versionNumber: number;
  studyId: number;
  canAnswer: boolean;
  heading: RefObject<HTMLHeadingElement | null>;
  valueField: RefObject<HTMLInputElement | null>;
  evidenceField: RefObject<HTMLTextAreaElement | null>;
  onAnswer: (value: AnswerValue) => void;
  onEdit: (edit: Pick<LineDraft, "typed" | "value" | "evidence" | "source">) => void;
  /** The field was left: what is typed need not wait. */
  onRest: () => void;
  /** `goesOn`: to the next open question, where this one is answered. */
  onLeaveField: (goesOn: boolean) => void;
  onMove: (step: 1 | -1) => void;
  onInsist: () => void;
  onDrop: () => void;
}

export function CurrentCriterion(props: Props) {
  const { line, canAnswer, onAnswer, onEdit } = props;
  const { criterion, shown, answer, draft } = line;
  const { label, kind, cost, wording, text, children, rule, doubt } = criterion;
  const spot = {
    sourceType: "study" as const,
    sourceId: props.studyId,
    fieldPath: `criterion.${criterion.lineId}`,
    revision: String(props.versionNumber),
    text,
    name: `criterion ${label}`,
  };
  const isTyped = rule.kind === "number" || rule.kind === "date";
  return (
    <li className={classes.current} aria-current="true">
      <p className={classes.about}>
        <span className={classes.label}>{label}</span>{" "}
        {kind === "inclusion" ? "Inclusion" : "Exclusion"} · {askCostLabels[cost]} ·{" "}
        {ruleWords(rule)}
      </p>
      {wording ? (
        <>
          <h3 ref={props.heading} tabIndex={-1} className={classes.question}>
            {wording}
          </h3>
          <AnchorText {...spot} around={(words) => <p className={classes.text}>{words}</p>} />
        </>
      ) : (
        <AnchorText
          {...spot}
          around={(words) => (
            <h3 ref={props.heading} tabIndex={-1} className={classes.question}>
              {words}
            </h3>
          )}
        />
      )}
      <Points of={children} />
      {doubt ? (
        <p className={classes.doubt}>
          <strong>In doubt.</strong> {doubt.sentence}
        </p>
      ) : null}
      {draft?.refusal ? (
        <p className={classes.refusal} role="alert">
          Not saved. {draft.refusal}{" "}
          <button type="button" className={classes.drop} onClick={props.onDrop}>
            Drop what was not saved
          </button>
        </p>
      ) : null}
      {draft?.isCrossed ? (
        <CrossedAnswer line={line} onMine={props.onInsist} onTheirs={props.onDrop} />
      ) : null}
      {isTyped ? (
        <ValueField
          field={props.valueField}
          line={line}
          isDisabled={!canAnswer}
          onEdit={onEdit}
          onUnknown={() => onAnswer(null)}
          onLeave={props.onLeaveField}
          onMove={props.onMove}
          onEvidence={() => props.evidenceField.current?.focus()}
        />
      ) : null}
      {canAnswer ? (
        <fieldset
          className={classes.choices}
          data-typed={isTyped}
          aria-label={`Answer to ${label}`}
        >
          {answerChoices(criterion).map((choice) => (
            <UnstyledButton
              key={choice.label}
              className={classes.choice}
              data-answer={stateOf({ criterion, shown: choice })}
              aria-pressed={shown !== null && shown.value === choice.value}
              onClick={() => onAnswer(choice.value)}
            >
              <span>
                {choice.label}
                {choice.value === null ? null : (
                  <span className={classes.means}>
                    {" "}
                    {answerLabels[choice.answer].toLowerCase()}
                  </span>
                )}
              </span>
              <KeyHint keys={choice.digit ?? "u"} />
            </UnstyledButton>
          ))}
        </fieldset>
      ) : null}
      {isTyped || canAnswer || !shown ? null : (
        <p className={classes.means}>{answerLabels[shown.answer]}</p>
      )}
      <EvidenceField
        field={props.evidenceField}
        line={line}
        isDisabled={!canAnswer}
        onEdit={onEdit}
        onRest={props.onRest}
        onLeave={props.onLeaveField}
      />
      {answer ? (
        <p className={classes.who}>
          {answer.answeredByName}, <When at={answer.answeredAt} />
          {answer.versionNumber === props.versionNumber
            ? ""
            : ` · answered in version ${answer.versionNumber}, where it asked the same`}
        </p>
      ) : null}
      <EarlierAnswers answers={line.earlier} criterion={criterion} />
    </li>
  );
}

function Points({ of }: { of: AskedCriterion["children"] }) {
  if (of.length === 0) return null;
  return (
    <ul className={classes.points}>
      {of.map((point, index) => (
        <li key={`${index.toString()} ${point.text}`}>
          {point.text}
          <Points of={point.children} />
        </li>
      ))}
    </ul>
  );
}
