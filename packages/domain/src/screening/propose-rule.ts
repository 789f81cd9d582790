// The kind of answer that a criterion asks for: a number where the whole of it is a bound of a measure that
// is known, a choice where it lists, a date where it names one; yes or no for everything else.
import type { Criterion } from "../studies/criteria";
import type { AnswerRule, AskCost } from "./answer-rule";
import type { CriterionDoubt } from "./criterion";
import { usualRule } from "./judge-answer";
import { measures, scales } from "./measures";
import { hasOnly, trimEnd, withoutAsides, wordSet } from "./plain-text";
import { readBounds } from "./read-bounds";
import { readDays } from "./read-days";

export interface ProposedRule {
  rule: AnswerRule;
  /** How to ask for it; null: as for any other. */
  question: string | null;
  cost: AskCost | null;
  doubt: CriterionDoubt | null;
}

type Asked = Pick<Criterion, "kind" | "text" | "children">;

export function proposeRule(criterion: Asked): ProposedRule {
  const { kind } = criterion;
  const usual = { rule: usualRule(kind), question: null, cost: null, doubt: null };
  if (criterion.children.length > 0) return proposeList(criterion) ?? usual;
  return proposeNumber(criterion) ?? proposeScale(criterion) ?? proposeDay(criterion) ?? usual;
}

const fillers = wordSet(
  "a all an and any are as at be been by class classification count for from grade group had has have index " +
    "is last least level levels must of or own participant participants patient patients performance person " +
    "s score scores screening should stage state status subject subjects that the their time to type value " +
    "values who whose with within eastern cooperative oncology scale baseline enrolment enrollment inclusion " +
    "skin rating serum blood body total test",
);

function proposeNumber({ kind, text }: Asked): ProposedRule | undefined {
  const plain = withoutAsides(text);
  const measure = measures.find(({ pattern }) => pattern.test(plain));
  const read = readBounds(
    plain.replace(/\b0,\s*(?:or\s+)?1\b/, "0-1").replace(/\b0 or 1\b/, "0-1"),
  );
  if (!measure || !read) return undefined;
  const { bounds, isOutside, after, rest } = read;
  const written = trimEnd(after);
  const isUnit = written !== "" && measure.unit.test(written);
  const others = (isUnit ? rest.slice(0, rest.length - after.length) : rest).replace(
    measure.pattern,
    "",
  );
  if (/\d/.test(others) || !hasOnly(others, fillers)) return undefined;
  const unit = isUnit ? written : (measure.usualUnit ?? "");
  const excludes = (kind === "inclusion") === isOutside ? "inside" : "outside";
  return {
    rule: { kind: "number", unit, ...bounds, excludes },
    question: measure.question,
    cost: measure.cost,
    doubt:
      unit === "" && measure.usualUnit === null
        ? {
            kind: "bound_unclear",
            sentence: `The text gives no unit that was understood: “${shorten(text)}”. Enter the unit that the numbers are in.`,
          }
        : null,
  };
}

function proposeScale({ kind, text }: Asked): ProposedRule | undefined {
  const plain = withoutAsides(text);
  const scale = scales.find(({ pattern }) => pattern.test(plain));
  if (!scale) return undefined;
  const { classes } = scale;
  const rest = plain.replace(scale.pattern, " ");
  const isDenied = /\b(?:not|other than)\b/i.test(rest);
  const named = new Set<string>();
  const left = rest.replace(
    /\b([IVABC]+)(?:\s*(?:-|–|to|through)\s*([IVABC]+))?\b/g,
    (whole: string, from: string, to: string | undefined) => {
      const [first, last] = [classes.indexOf(from), classes.indexOf(to ?? from)];
      if (first < 0 || last < first) return whole;
      for (const name of classes.slice(first, last + 1)) named.add(name);
      return " ";
    },
  );
  const others = left.replace(/\b(?:not|other than)\b/i, "");
  // Whoever has any class at all is asked whether that is so.
  const isSome = named.size > 0 && named.size < classes.length;
  if (!isSome || !hasOnly(others, fillers)) return undefined;
  // What is named lets in or keeps out; "not" turns it round.
  const namedExcludes = (kind === "exclusion") !== isDenied;
  const options = classes.map((label) => ({
    label,
    excludes: named.has(label) === namedExcludes,
  }));
  return {
    rule: { kind: "choice", options },
    question: scale.question,
    cost: scale.cost,
    doubt: null,
  };
}

const none = "None of these";

/** "Any of the following:" with points that a person can be asked one by one. */
function proposeList({ kind, text, children }: Asked): ProposedRule | undefined {
  const isAny = /\b(?:one|any|either)(?: or more)? of\b|\bany\b[^:]*\bfollowing\b/i.test(text);
  const isListed = isAny || (kind === "exclusion" && /\bfollowing\b[^.]*$/i.test(trimEnd(text)));
  const isOther = /\b(?:all|both|except|unless|not|no|without|two|three)\b/i.test(text);
  if (!isListed || isOther || /\d/.test(text) || children.length > 11) return undefined;
  const labels = children.map((child) => trimEnd(child.text.replace(/[;,]?\s*\b(?:or)\s*$/i, "")));
  const isPlain = children.every(
    (child, index) =>
      child.children.length === 0 &&
      (labels[index] ?? "").length <= 120 &&
      !/\band(?:\/or)?[\s;,.]*$/i.test(child.text),
  );
  if (!isPlain || new Set([...labels, none]).size !== labels.length + 1) return undefined;
  const excludes = kind === "exclusion";
  const options = [
    ...labels.map((label) => ({ label, excludes })),
    { label: none, excludes: !excludes },
  ];
  return { rule: { kind: "choice", options }, question: null, cost: null, doubt: null };
}

function proposeDay({ kind, text }: Asked): ProposedRule | undefined {
  const days = readDays(text);
  if (!days) return undefined;
  const excludes = kind === "inclusion" ? "outside" : "inside";
  return { rule: { kind: "date", ...days, excludes }, question: null, cost: null, doubt: null };
}

export function shorten(text: string): string {
  return text.length <= 160 ? text : `${text.slice(0, 159).trimEnd()}…`;
}
