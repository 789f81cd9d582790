// What can be answered to a criterion, with the key of each: 1, 2, 3 as the answers stand, and u for unknown.
import { type Answer, answerLabels } from "@studydesk/domain/screening/answer";
import type { AskedCriterion } from "@studydesk/domain/screening/criterion";
import { type AnswerValue, judgeAnswer } from "@studydesk/domain/screening/judge-answer";

export interface AnswerChoice {
  value: AnswerValue;
  /** "Yes", "No", "Every day", "Unknown". */
  label: string;
  /** What it comes to. */
  answer: Answer;
  /** A digit where there is one left. */
  digit: string | undefined;
}

/** For a number or a day there is only “unknown” to choose: the rest is typed. */
export function answerChoices({
  kind,
  rule,
}: Pick<AskedCriterion, "kind" | "rule">): AnswerChoice[] {
  const values: { value: AnswerValue; label: string }[] =
    rule.kind === "yes_no"
      ? [
          { value: true, label: "Yes" },
          { value: false, label: "No" },
        ]
      : rule.kind === "choice"
        ? rule.options.map(({ label }) => ({ value: label, label }))
        : [];
  const isTyped = rule.kind === "number" || rule.kind === "date";
  return [...values, { value: null, label: answerLabels.unknown }].map(
    ({ value, label }, index) => ({
      value,
      label,
      answer: judgeAnswer(kind, rule, value),
      digit: isTyped || index >= 9 ? undefined : String(index + 1),
    }),
  );
}

/** "61 years", "15 Mar 2026", "Every day"; empty for yes, no and unknown, which the answer says itself. */
export function valueWords({ rule }: Pick<AskedCriterion, "rule">, value: AnswerValue): string {
  if (typeof value === "boolean" || value === null) return "";
  if (rule.kind === "number") return `${value} ${rule.unit}`.trim();
  if (rule.kind !== "date") return String(value);
  const day = new Date(`${value}T00:00:00Z`);
  return day.toLocaleDateString("en-GB", {
    ...{ day: "numeric", month: "short", year: "numeric", timeZone: "UTC" },
  });
}
