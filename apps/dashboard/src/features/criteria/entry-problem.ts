// Why a criterion cannot be saved as it is typed: a sentence for whoever types it, and where it belongs.
import { criterionFields } from "@studydesk/domain/screening/criterion";
import { type DraftEntry, fieldsOf } from "./draft-entries";

export interface EntryProblem {
  at: "text" | "rule" | "else";
  sentence: string;
}

export function problemOf(entry: DraftEntry): EntryProblem | undefined {
  const fields = fieldsOf(entry);
  if (fields.text === "") return { at: "text", sentence: "Write what the criterion says." };
  const sentence = ruleProblem(fields.rule);
  if (sentence) return { at: "rule", sentence };
  if (criterionFields.safeParse(fields).success) return undefined;
  return { at: "else", sentence: "A text is longer than can be kept. Shorten it." };
}

function ruleProblem(rule: DraftEntry["rule"]): string | undefined {
  switch (rule.kind) {
    case "yes_no":
      return undefined;
    case "number": {
      const { min, max, minIncluded, maxIncluded } = rule;
      if (min === null || max === null) return undefined;
      if (min > max) return "The lower bound lies above the upper one.";
      const isEmpty = min === max && !(minIncluded && maxIncluded);
      return isEmpty ? "No number lies between these bounds." : undefined;
    }
    case "date": {
      const { earliest, latest } = rule;
      const isTurned = earliest !== null && latest !== null && earliest > latest;
      return isTurned ? "The first day lies after the last one." : undefined;
    }
    case "choice": {
      const labels = rule.options.map(({ label }) => label);
      if (labels.length < 2) return "Offer at least two choices.";
      if (labels.includes("")) return "Name every choice, or remove the empty one.";
      return new Set(labels).size < labels.length ? "Two choices have the same name." : undefined;
    }
  }
}
