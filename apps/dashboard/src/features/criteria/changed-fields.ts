// What of a criterion differs between two versions, field by field, as words to set side by side.
import { answerKindLabels, askCostLabels } from "@studydesk/domain/screening/answer-rule";
import type { CriterionFields } from "@studydesk/domain/screening/criterion";
import { ruleWords } from "../../lib/rule-words";
import { childrenToText } from "./children-text";

export interface ChangedField {
  name: string;
  before: string;
  after: string;
}

const kindNames = { inclusion: "Inclusion", exclusion: "Exclusion" } as const;

const fields: readonly { name: string; read: (criterion: CriterionFields) => string }[] = [
  { name: "Kind", read: ({ kind }) => kindNames[kind] },
  { name: "Under the heading", read: ({ heading }) => heading ?? "" },
  { name: "Text", read: fullText },
  { name: "Question on the phone", read: ({ wording }) => wording ?? "" },
  { name: "Answer", read: ({ rule }) => `${answerKindLabels[rule.kind]}. ${ruleWords(rule)}` },
  { name: "Asked", read: ({ cost }) => askCostLabels[cost] },
  { name: "Doubt", read: ({ doubt }) => doubt?.sentence ?? "None" },
];

export function changedFields(before: CriterionFields, after: CriterionFields): ChangedField[] {
  return fields
    .map(({ name, read }) => ({ name, before: read(before), after: read(after) }))
    .filter((field) => field.before !== field.after);
}

/** With what is listed below it. */
export function fullText({ text, children }: Pick<CriterionFields, "text" | "children">): string {
  return [text, ...(children.length > 0 ? [childrenToText(children)] : [])].join("\n");
}
