// A criterion as it is asked: the registry's item, and what people here put to it. A published version is
// frozen; `lineId` follows one and the same criterion through the versions.
import { z } from "zod";
import { type CriterionChild, criterionKinds } from "../studies/criteria";
import { answerRule, askCosts } from "./answer-rule";

/** Why a person has to look at a proposal before it is relied on. */
export const criterionDoubt = z.object({
  kind: z.enum(["text_and_fields_disagree", "bound_unclear", "record_changed"]),
  /** A sentence for whoever settles it: what the two say. */
  sentence: z.string().max(500),
});
export type CriterionDoubt = z.infer<typeof criterionDoubt>;

const child: z.ZodType<CriterionChild> = z.object({
  text: z.string().trim().min(1).max(4000),
  get children() {
    return z.array(child).max(200);
  },
});

/** What a person can change about a criterion in a draft. */
export const criterionFields = z.object({
  kind: z.enum(criterionKinds),
  heading: z.string().trim().max(400).nullable(),
  text: z.string().trim().min(1).max(8000),
  children: z.array(child).max(200),
  /** In words that can be read aloud on the phone; null: the text itself is asked. */
  wording: z.string().trim().min(1).max(1000).nullable(),
  rule: answerRule,
  cost: z.enum(askCosts),
  /** Null: none, or settled. */
  doubt: criterionDoubt.nullable(),
});
export type CriterionFields = z.infer<typeof criterionFields>;

export interface AskedCriterion extends CriterionFields {
  readonly id: number;
  readonly lineId: number;
  /** "I1", "E3": counted anew in each version. */
  readonly label: string;
}

/** Whether an answer to the one is an answer to the other: everything but wording, cost and doubts. */
export function asksTheSame(
  one: Omit<CriterionFields, "wording" | "cost" | "doubt">,
  other: Omit<CriterionFields, "wording" | "cost" | "doubt">,
): boolean {
  return meaningOf(one) === meaningOf(other);
}

/** Canonical JSON of what counts for an answer. */
export function meaningOf({
  kind,
  heading,
  text,
  children,
  rule,
}: Omit<CriterionFields, "wording" | "cost" | "doubt">): string {
  return JSON.stringify([kind, heading, text, children.map(canonicalChild), canonicalRule(rule)]);
}

type Canonical = readonly [string, readonly Canonical[]];

function canonicalChild({ text, children }: CriterionChild): Canonical {
  return [text, children.map(canonicalChild)];
}

function canonicalRule(rule: CriterionFields["rule"]): unknown {
  switch (rule.kind) {
    case "yes_no":
      return [rule.kind, rule.excludes];
    case "number":
      return [
        ...[rule.kind, rule.unit, rule.min, rule.minIncluded],
        ...[rule.max, rule.maxIncluded, rule.excludes],
      ];
    case "date":
      return [rule.kind, rule.earliest, rule.latest, rule.excludes];
    case "choice":
      return [rule.kind, rule.options.map(({ label, excludes }) => [label, excludes])];
  }
}
