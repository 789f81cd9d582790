// Finds the criteria of one reading again in another, by what they say rather than by their number: an item
// put in at the top must not make every later one another.
import { type Criterion, type CriterionChild, criterionKinds } from "./criteria";
import { countWords, likeness, type WordCounts } from "./text-likeness";

/** Below this, two texts are two criteria. */
const leastLikeness = 0.45;
/** Beyond so many pairs the record is no eligibility text that a person could read: numbers decide. */
const mostPairs = 250_000;

/** As parsed, or as it is asked. */
export type MatchableCriterion = Omit<Criterion, "heading"> & { heading?: string | null };

/** Those of the first that are in the second, each once. */
export function matchCriteria<B extends MatchableCriterion, A extends MatchableCriterion>(
  before: readonly B[],
  after: readonly A[],
): Map<B, A> {
  const matches = new Map<B, A>();
  const taken = new Set<A>();
  const match = (left: B, right: A) => {
    matches.set(left, right);
    taken.add(right);
  };
  const open = () =>
    [before.filter((one) => !matches.has(one)), after.filter((one) => !taken.has(one))] as const;

  for (const kind of criterionKinds) {
    matchSame(...within(open(), kind), match);
    matchAlike(...within(open(), kind), match);
  }
  // What is left on both sides with the same words changed from inclusion to exclusion, or back.
  matchSame(...open(), match);
  return matches;
}

/** The criterion with its heading and everything under it, a line each. */
export function criterionText({
  heading,
  text,
  children,
}: Omit<MatchableCriterion, "kind" | "label">): string {
  const above = heading === undefined || heading === null ? [] : [heading];
  const lines = [...above, text, ...childLines(children, "")];
  return lines.join("\n");
}

function childLines(children: readonly CriterionChild[], indent: string): string[] {
  return children.flatMap((child) => [
    `${indent}– ${child.text}`,
    ...childLines(child.children, `${indent}  `),
  ]);
}

function within<B extends MatchableCriterion, A extends MatchableCriterion>(
  [before, after]: readonly [B[], A[]],
  kind: Criterion["kind"],
): [B[], A[]] {
  return [before.filter((one) => one.kind === kind), after.filter((one) => one.kind === kind)];
}

function matchSame<B extends MatchableCriterion, A extends MatchableCriterion>(
  before: readonly B[],
  after: readonly A[],
  match: (left: B, right: A) => void,
): void {
  const byText = Map.groupBy(after, criterionText);
  for (const left of before) {
    const same = byText.get(criterionText(left)) ?? [];
    // Of two with the same words the one with the same number, else the first.
    const at = Math.max(
      same.findIndex(({ label }) => label === left.label),
      0,
    );
    const [right] = same.splice(at, 1);
    if (right) match(left, right);
  }
}

function matchAlike<B extends MatchableCriterion, A extends MatchableCriterion>(
  before: readonly B[],
  after: readonly A[],
  match: (left: B, right: A) => void,
): void {
  if (before.length * after.length > mostPairs) {
    matchByLabel(before, after, match);
    return;
  }
  const words = new Map<MatchableCriterion, WordCounts>();
  for (const one of [...before, ...after]) words.set(one, countWords(criterionText(one)));
  const none = countWords("");
  const pairs = before
    .flatMap((left) =>
      after.map((right) => ({
        left,
        right,
        alike: likeness(words.get(left) ?? none, words.get(right) ?? none),
        hasSameLabel: left.label === right.label,
      })),
    )
    .filter(({ alike }) => alike >= leastLikeness)
    .toSorted((a, b) => b.alike - a.alike || Number(b.hasSameLabel) - Number(a.hasSameLabel));
  const matched = new Set<MatchableCriterion>();
  for (const { left, right } of pairs) {
    if (matched.has(left) || matched.has(right)) continue;
    matched.add(left).add(right);
    match(left, right);
  }
}

function matchByLabel<B extends MatchableCriterion, A extends MatchableCriterion>(
  before: readonly B[],
  after: readonly A[],
  match: (left: B, right: A) => void,
): void {
  const byLabel = new Map(after.map((one) => [one.label, one]));
  for (const left of before) {
    const right = byLabel.get(left.label);
    if (right) match(left, right);
  }
}
