// The three ways on, as radios large enough for a thumb.
import type { ReviewDecision } from "@studydesk/domain/reviews/review";
import { useId } from "react";
import { KeyHint } from "../../components/key-hint";
import classes from "./decision-form.module.css";

export type Choice = ReviewDecision;

const options: readonly { value: Choice; name: string; detail: string | null }[] = [
  { value: "eligible", name: "Eligible for a screening visit", detail: null },
  {
    value: "returned",
    name: "Ask the coordinator",
    detail: "comes back to you with the answer",
  },
  { value: "not_eligible", name: "Not eligible", detail: "name the criterion" },
];

interface Props {
  value: Choice | undefined;
  onChange: (value: Choice) => void;
  /** A sentence; null: somebody can be judged eligible. */
  whyNotEligible: string | null;
}

export function DecisionOptions({ value, onChange, whyNotEligible }: Props) {
  const name = useId();
  return (
    <fieldset className={classes.options}>
      <legend>Decision</legend>
      {options.map((option, index) => {
        const isDisabled = option.value === "eligible" && whyNotEligible !== null;
        const detail = isDisabled ? whyNotEligible : option.detail;
        return (
          <label
            key={option.value}
            className={classes.option}
            data-on={option.value === value}
            data-disabled={isDisabled}
          >
            <input
              type="radio"
              name={name}
              value={option.value}
              checked={option.value === value}
              disabled={isDisabled}
              onChange={() => onChange(option.value)}
            />
            <span className={classes.words}>
              <b>{option.name}</b>
              {detail ? <small>{detail}</small> : null}
            </span>
            {isDisabled ? null : <KeyHint keys={String(index + 1)} />}
          </label>
        );
      })}
    </fieldset>
  );
}
