// Which kind of answer a criterion asks for, and which answers exclude.
import {
  type AnswerKind,
  type AnswerRule,
  answerKindLabels,
  answerKinds,
} from "@studydesk/domain/screening/answer-rule";
import { usualRule } from "@studydesk/domain/screening/judge-answer";
import type { CriterionKind } from "@studydesk/domain/studies/criteria";
import { useState } from "react";
import { PillRadios } from "../../components/pill-radios";
import { ChoiceRuleFields } from "./choice-rule-fields";
import { DateRuleFields } from "./date-rule-fields";
import classes from "./entry-form.module.css";
import { NumberRuleFields } from "./number-rule-fields";

interface Props {
  kind: CriterionKind;
  rule: AnswerRule;
  problem: string | undefined;
  onChange: (rule: AnswerRule) => void;
}

export function RuleFields({ kind, rule, problem, onChange }: Props) {
  // Whoever looks at another kind of answer finds the bounds again on the way back.
  const [earlier, setEarlier] = useState<Partial<Record<AnswerKind, AnswerRule>>>({});
  function turnTo(answerKind: AnswerKind) {
    if (answerKind === rule.kind) return;
    setEarlier({ ...earlier, [rule.kind]: rule });
    onChange(earlier[answerKind] ?? firstRule(answerKind, kind));
  }
  return (
    <>
      <PillRadios
        legend="Answer"
        values={answerKinds}
        labels={answerKindLabels}
        value={rule.kind}
        onChange={turnTo}
      />
      {rule.kind === "yes_no" ? (
        <PillRadios
          legend="Which answer excludes"
          values={["yes", "no"]}
          labels={{ yes: "“Yes” excludes", no: "“No” excludes" }}
          value={rule.excludes}
          onChange={(excludes) => onChange({ ...rule, excludes })}
        />
      ) : null}
      {rule.kind === "number" ? <NumberRuleFields rule={rule} onChange={onChange} /> : null}
      {rule.kind === "date" ? <DateRuleFields rule={rule} onChange={onChange} /> : null}
      {rule.kind === "choice" ? <ChoiceRuleFields rule={rule} onChange={onChange} /> : null}
      {problem ? (
        <p className={classes.problem} role="alert">
          {problem}
        </p>
      ) : null}
    </>
  );
}

function firstRule(answerKind: AnswerKind, kind: CriterionKind): AnswerRule {
  const excludes = kind === "inclusion" ? "outside" : "inside";
  switch (answerKind) {
    case "yes_no":
      return usualRule(kind);
    case "number": {
      const bounds = { min: null, minIncluded: true, max: null, maxIncluded: true };
      return { kind: "number", unit: "", ...bounds, excludes };
    }
    case "date":
      return { kind: "date", earliest: null, latest: null, excludes };
    case "choice": {
      const blank = { label: "", excludes: false };
      return { kind: "choice", options: [blank, { ...blank, excludes: true }] };
    }
  }
}
