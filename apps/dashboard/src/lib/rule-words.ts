// A criterion's rule in one line: what is asked for, and what fits or excludes.
import type { AnswerRule } from "@studydesk/domain/screening/answer-rule";

type NumberRule = Extract<AnswerRule, { kind: "number" }>;
type DateRule = Extract<AnswerRule, { kind: "date" }>;

/** "“No” excludes", "Fits: above 18 and below 80 years", "Excludes: Smoker". */
export function ruleWords(rule: AnswerRule): string {
  switch (rule.kind) {
    case "yes_no":
      return `“${rule.excludes === "yes" ? "Yes" : "No"}” excludes`;
    case "number":
      return rangeWords(numberRange(rule), rule.excludes, "Every number fits");
    case "date":
      return rangeWords(dateRange(rule), rule.excludes, "Every date fits");
    case "choice": {
      const excluding = rule.options.filter(({ label, excludes }) => excludes && label !== "");
      return excluding.length === 0
        ? "No choice excludes"
        : `Excludes: ${excluding.map(({ label }) => label).join(", ")}`;
    }
  }
}

function rangeWords(range: string, excludes: "outside" | "inside", open: string): string {
  if (range === "") return open;
  return `${excludes === "outside" ? "Fits" : "Excludes"}: ${range}`;
}

function numberRange({ unit, min, minIncluded, max, maxIncluded }: NumberRule): string {
  const ends = [
    ...(min === null ? [] : [minIncluded ? `at least ${min}` : `above ${min}`]),
    ...(max === null ? [] : [maxIncluded ? `at most ${max}` : `below ${max}`]),
  ];
  return [ends.join(" and "), ...(ends.length > 0 && unit ? [unit] : [])].join(" ");
}

function dateRange({ earliest, latest }: DateRule): string {
  return [
    ...(earliest === null ? [] : [`from ${dayWords(earliest)}`]),
    ...(latest === null ? [] : [`until ${dayWords(latest)}`]),
  ].join(" ");
}

function dayWords(day: string): string {
  const at = new Date(`${day}T00:00:00Z`);
  if (Number.isNaN(at.getTime())) return day;
  return at.toLocaleDateString("en-GB", {
    ...{ day: "numeric", month: "short", year: "numeric", timeZone: "UTC" },
  });
}
