// The first and the last day that lie inside, either of them open.
import { TextInput } from "@mantine/core";
import type { AnswerRule } from "@studydesk/domain/screening/answer-rule";
import { PillRadios } from "../../components/pill-radios";
import classes from "./entry-form.module.css";

type DateRule = Extract<AnswerRule, { kind: "date" }>;

interface Props {
  rule: DateRule;
  onChange: (rule: DateRule) => void;
}

export function DateRuleFields({ rule, onChange }: Props) {
  return (
    <>
      <div className={classes.bounds}>
        <TextInput
          type="date"
          label="First day"
          value={rule.earliest ?? ""}
          onChange={(event) => onChange({ ...rule, earliest: event.currentTarget.value || null })}
        />
        <TextInput
          type="date"
          label="Last day"
          value={rule.latest ?? ""}
          onChange={(event) => onChange({ ...rule, latest: event.currentTarget.value || null })}
        />
      </div>
      <PillRadios
        legend="Which dates exclude"
        values={["outside", "inside"]}
        labels={{ outside: "Those outside these days", inside: "Those inside these days" }}
        value={rule.excludes}
        onChange={(excludes) => onChange({ ...rule, excludes })}
      />
    </>
  );
}
