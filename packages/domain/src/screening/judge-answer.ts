// Judges what was said against a criterion's rule, as it is typed: the same on the screen and on the server.
import type { CriterionKind } from "../studies/criteria";
import { type Answer, answerThat } from "./answer";
import type { AnswerRule } from "./answer-rule";
import { isDay } from "./read-typed-value";

/** What was said: yes, no, a number, an ISO date, or a choice's label; null is "does not know". */
export type AnswerValue = boolean | number | string | null;

/** Throws nothing: a value that the rule cannot read is unknown. */
export function judgeAnswer(kind: CriterionKind, rule: AnswerRule, value: AnswerValue): Answer {
  return answerThat(kind, speaksFor(rule, value));
}

function speaksFor(rule: AnswerRule, value: AnswerValue): boolean | null {
  if (value === null) return null;
  switch (rule.kind) {
    case "yes_no":
      return typeof value === "boolean" ? value !== (rule.excludes === "yes") : null;
    case "number":
      return typeof value === "number"
        ? isWithin(rule, value) === (rule.excludes === "outside")
        : null;
    case "date":
      return typeof value === "string" && isDay(value)
        ? isBetween(rule, value) === (rule.excludes === "outside")
        : null;
    case "choice": {
      const option = rule.options.find(({ label }) => label === value);
      return option ? !option.excludes : null;
    }
  }
}

function isWithin(rule: Extract<AnswerRule, { kind: "number" }>, value: number): boolean {
  const { min, max } = rule;
  const isAbove = min === null || value > min || (rule.minIncluded && value === min);
  return isAbove && (max === null || value < max || (rule.maxIncluded && value === max));
}

function isBetween(rule: Extract<AnswerRule, { kind: "date" }>, day: string): boolean {
  const isAfter = rule.earliest === null || day >= rule.earliest;
  return isAfter && (rule.latest === null || day <= rule.latest);
}

/** Without a person's word: the statement is asked as it stands, so "yes" is true of the person. */
export function usualRule(kind: CriterionKind): AnswerRule {
  return { kind: "yes_no", excludes: kind === "inclusion" ? "no" : "yes" };
}
