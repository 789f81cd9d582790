// Where a number or a day is typed: judged with every key, saved when it is typed to its end.
import { TextInput } from "@mantine/core";
import { answerLabels } from "@studydesk/domain/screening/answer";
import { judgeAnswer } from "@studydesk/domain/screening/judge-answer";
import { readTypedValue } from "@studydesk/domain/screening/read-typed-value";
import type { KeyboardEvent, RefObject } from "react";
import { valueWords } from "./answer-choices";
import type { LineDraft } from "./line-drafts";
import { stateOf } from "./progress-meter";
import type { ShownLine } from "./shown-lines";
import classes from "./value-field.module.css";

interface Props {
  field: RefObject<HTMLInputElement | null>;
  line: ShownLine;
  isDisabled: boolean;
  onEdit: (edit: Pick<LineDraft, "typed" | "value">) => void;
  onUnknown: () => void;
  onLeave: (goesOn: boolean) => void;
  /** To the question above or below. */
  onMove: (step: 1 | -1) => void;
  onEvidence: () => void;
}

export function ValueField(props: Props) {
  const { field, line, isDisabled, onEdit, onUnknown, onLeave } = props;
  const { criterion, shown, draft } = line;
  const { kind, rule, label } = criterion;
  const typed = draft?.typed ?? (shown?.value === null || !shown ? "" : String(shown.value));
  const value = readTypedValue(rule, typed);
  const judged = value === undefined ? undefined : judgeAnswer(kind, rule, value);
  const isNumber = rule.kind === "number";

  /** True: there is a value. */
  function keep(): boolean {
    if (value === undefined) return false;
    if (value !== shown?.value) onEdit({ typed, value });
    return true;
  }

  function press(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing) return;
    if (event.key === "Enter") {
      event.preventDefault();
      if (keep()) onLeave(true);
    } else if (event.key === "Escape") {
      event.preventDefault();
      keep();
      onLeave(false);
    } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      keep();
      props.onMove(event.key === "ArrowDown" ? 1 : -1);
    } else if (isNumber && event.key === "u") {
      event.preventDefault();
      onUnknown();
    } else if (isNumber && event.key === "v") {
      event.preventDefault();
      props.onEvidence();
    }
  }

  return (
    <div className={classes.value}>
      <TextInput
        ref={field}
        label={isNumber ? `${label}, a number` : `${label}, a date`}
        {...(isNumber ? {} : { description: "Like 15 Mar 2026 or 2026-03-15" })}
        inputMode={isNumber ? "decimal" : "text"}
        autoComplete="off"
        value={typed}
        maxLength={30}
        disabled={isDisabled}
        error={
          typed.trim() !== "" && value === undefined && draft?.typed !== undefined
            ? isNumber
              ? "Type a number alone, without a unit"
              : "Not a day yet"
            : undefined
        }
        rightSection={isNumber && rule.unit ? rule.unit : undefined}
        rightSectionWidth={isNumber && rule.unit ? `${rule.unit.length + 3}ch` : 0}
        onChange={(event) => onEdit({ typed: event.currentTarget.value })}
        onKeyDown={press}
        onBlur={keep}
      />
      <p className={classes.judged} aria-live="polite">
        {judged === undefined || value === undefined ? (
          ""
        ) : (
          <span data-answer={stateOf({ criterion, shown: { answer: judged, value } })}>
            {answerLabels[judged]} · {valueWords(criterion, value)}
          </span>
        )}
      </p>
    </div>
  );
}
