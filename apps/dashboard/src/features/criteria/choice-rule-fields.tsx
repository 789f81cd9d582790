// The choices that the person has, and which of them exclude.
import { Button, Checkbox, TextInput } from "@mantine/core";
import type { AnswerRule } from "@studydesk/domain/screening/answer-rule";
import classes from "./entry-form.module.css";

type ChoiceRule = Extract<AnswerRule, { kind: "choice" }>;

interface Props {
  rule: ChoiceRule;
  onChange: (rule: ChoiceRule) => void;
}

const mostChoices = 12;

export function ChoiceRuleFields({ rule, onChange }: Props) {
  const { options } = rule;
  const change = (next: ChoiceRule["options"]) => onChange({ ...rule, options: next });
  return (
    <fieldset className={classes.choices}>
      <legend>Choices</legend>
      {options.map((option, index) => {
        const name = `Choice ${(index + 1).toString()}`;
        return (
          <div key={name} className={classes.choice}>
            <TextInput
              aria-label={name}
              placeholder={name}
              maxLength={120}
              value={option.label}
              onChange={(event) =>
                change(options.with(index, { ...option, label: event.currentTarget.value }))
              }
            />
            <Checkbox
              label="Excludes"
              aria-label={`${name} excludes`}
              checked={option.excludes}
              onChange={(event) =>
                change(options.with(index, { ...option, excludes: event.currentTarget.checked }))
              }
            />
            <Button
              size="compact-sm"
              variant="subtle"
              aria-label={`Remove ${name.toLowerCase()}`}
              onClick={() => change(options.toSpliced(index, 1))}
            >
              Remove
            </Button>
          </div>
        );
      })}
      <Button
        size="compact-sm"
        variant="default"
        disabled={options.length >= mostChoices}
        onClick={() => change([...options, { label: "", excludes: false }])}
      >
        Add a choice
      </Button>
    </fieldset>
  );
}
