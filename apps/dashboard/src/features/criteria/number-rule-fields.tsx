// Bounds of a number, each with whether the bound itself lies inside.
import { Checkbox, TextInput } from "@mantine/core";
import type { AnswerRule } from "@studydesk/domain/screening/answer-rule";
import { PillRadios } from "../../components/pill-radios";
import classes from "./entry-form.module.css";
import { NumberField } from "./number-field";

type NumberRule = Extract<AnswerRule, { kind: "number" }>;

interface Props {
  rule: NumberRule;
  onChange: (rule: NumberRule) => void;
}

/** Wider than any bound that a study has, and what the server takes. */
const widest = 1e9;

export function NumberRuleFields({ rule, onChange }: Props) {
  const { min, max, minIncluded, maxIncluded } = rule;
  return (
    <>
      <div className={classes.bounds}>
        <Bound
          label="Lower bound"
          value={min}
          isIncluded={minIncluded}
          onValue={(value) => onChange({ ...rule, min: value })}
          onIncluded={(isIncluded) => onChange({ ...rule, minIncluded: isIncluded })}
        />
        <Bound
          label="Upper bound"
          value={max}
          isIncluded={maxIncluded}
          onValue={(value) => onChange({ ...rule, max: value })}
          onIncluded={(isIncluded) => onChange({ ...rule, maxIncluded: isIncluded })}
        />
        <TextInput
          label="Unit"
          placeholder="years, mm, points"
          maxLength={30}
          value={rule.unit}
          onChange={(event) => onChange({ ...rule, unit: event.currentTarget.value })}
        />
      </div>
      <PillRadios
        legend="Which numbers exclude"
        values={["outside", "inside"]}
        labels={{ outside: "Those outside the bounds", inside: "Those inside the bounds" }}
        value={rule.excludes}
        onChange={(excludes) => onChange({ ...rule, excludes })}
      />
    </>
  );
}

interface BoundProps {
  label: string;
  value: number | null;
  isIncluded: boolean;
  onValue: (value: number | null) => void;
  onIncluded: (isIncluded: boolean) => void;
}

function Bound({ label, value, isIncluded, onValue, onIncluded }: BoundProps) {
  return (
    <div className={classes.bound}>
      <NumberField
        label={label}
        placeholder="None"
        min={-widest}
        max={widest}
        value={value}
        onValue={onValue}
      />
      <Checkbox
        label={value === null ? "The bound itself is inside" : `${value} itself is inside`}
        disabled={value === null}
        checked={isIncluded}
        onChange={(event) => onIncluded(event.currentTarget.checked)}
      />
    </div>
  );
}
