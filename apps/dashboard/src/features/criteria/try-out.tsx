// An answer tried on a rule as it stands: the same judgement that the screening gives, kept nowhere.
import { TextInput } from "@mantine/core";
import { answerLabels, fits } from "@studydesk/domain/screening/answer";
import type { AnswerRule } from "@studydesk/domain/screening/answer-rule";
import { type AnswerValue, judgeAnswer } from "@studydesk/domain/screening/judge-answer";
import type { CriterionKind } from "@studydesk/domain/studies/criteria";
import { useState } from "react";
import { PillRadios } from "../../components/pill-radios";
import { DotBadge } from "../../components/status-badge";
import classes from "./entry-form.module.css";
import { NumberField } from "./number-field";

interface Props {
  kind: CriterionKind;
  rule: AnswerRule;
}

export function TryOut({ kind, rule }: Props) {
  const [value, setValue] = useState<AnswerValue>(null);
  const judged = judgeAnswer(kind, rule, value);
  const speaksFor = fits(kind, judged);
  return (
    <section className={classes.tryOut}>
      <h3 className={classes.part}>Try it out</h3>
      <TryField rule={rule} value={value} onValue={setValue} />
      <p className={classes.judged} role="status">
        {value === null ? (
          <span className={classes.hint}>Give an answer to see how it is judged.</span>
        ) : (
          <>
            <DotBadge tone={speaksFor === null ? "idle" : speaksFor ? "good" : "bad"}>
              {answerLabels[judged]}
            </DotBadge>{" "}
            {speaksFor === null
              ? "It says nothing either way."
              : speaksFor
                ? "It speaks for the person."
                : "It excludes the person."}
          </>
        )}
      </p>
    </section>
  );
}

interface FieldProps {
  rule: AnswerRule;
  value: AnswerValue;
  onValue: (value: AnswerValue) => void;
}

function TryField({ rule, value, onValue }: FieldProps) {
  const legend = "If the answer is";
  switch (rule.kind) {
    case "yes_no":
      return (
        <PillRadios
          legend={legend}
          values={["yes", "no"]}
          labels={{ yes: "Yes", no: "No" }}
          value={value === true ? "yes" : value === false ? "no" : undefined}
          onChange={(said) => onValue(said === "yes")}
        />
      );
    case "number":
      return (
        <NumberField
          className={classes.narrow}
          label={rule.unit ? `${legend} (${rule.unit})` : legend}
          value={typeof value === "number" ? value : null}
          onValue={onValue}
        />
      );
    case "date":
      return (
        <TextInput
          className={classes.narrow}
          type="date"
          label={legend}
          value={typeof value === "string" ? value : ""}
          onChange={(event) => onValue(event.currentTarget.value || null)}
        />
      );
    case "choice": {
      const labels = rule.options.map(({ label }) => label).filter(Boolean);
      return (
        <PillRadios
          legend={legend}
          values={labels}
          labels={Object.fromEntries(labels.map((label) => [label, label]))}
          value={typeof value === "string" ? value : undefined}
          onChange={onValue}
        />
      );
    }
  }
}
