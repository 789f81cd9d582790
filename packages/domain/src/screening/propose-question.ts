// What a criterion of the registry becomes as a question, until a person looks at it.
import type { Criterion } from "../studies/criteria";
import type { CriterionFields } from "./criterion";
import { usualRule } from "./judge-answer";

export function proposeQuestion({ kind, heading, text, children }: Criterion): CriterionFields {
  const rule = usualRule(kind);
  return {
    kind,
    heading: heading ?? null,
    text,
    children,
    wording: null,
    rule,
    cost: "phone",
    doubt: null,
  };
}
