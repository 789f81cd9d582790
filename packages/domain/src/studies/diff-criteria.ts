// Criteria of two readings, matched by what they say rather than by their number: an item put in at the
// top must not show every later one as reworded.
import { type Criterion, type CriterionChild, criterionKinds } from "./criteria";
import type { StudyChange } from "./study-change";
import { countWords, likeness, numbersApart, type WordCounts } from "./text-likeness";

/** Below this, two texts are two criteria. */
const leastLikeness = 0.45;
/** Beyond so many pairs the record is no eligibility text that a person could read: numbers decide. */
const mostPairs = 250_000;

type Match = { before: Criterion; after: Criterion };

export function diffCriteria(
  before: readonly Criterion[],
  after: readonly Criterion[],
): StudyChange[] {
  const matches = new Map<Criterion, Criterion>();
  const taken = new Set<Criterion>();
  const match = (left: Criterion, right: Criterion) => {
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

  const [removed, added] = open();
  const reworded: StudyChange[] = [];
  const renumbered: Match[] = [];
  // In the order of the record, whichever pair was found first.
  for (const left of before) {
    const right = matches.get(left);
    if (!right) continue;
    const change = rewordingOf(left, right);
    if (change) reworded.push(change);
    else if (left.label !== right.label) renumbered.push({ before: left, after: right });
  }
  return [
    ...reworded,
    ...removed.map((one): StudyChange => {
      return { field: "criteria", kind: "removed", item: one.label, before: criterionText(one) };
    }),
    ...added.map((one): StudyChange => {
      return { field: "criteria", kind: "added", item: one.label, after: criterionText(one) };
    }),
    ...(renumbered.length > 0 ? [renumberingOf(renumbered)] : []),
  ];
}

/** The criterion with its heading and everything under it, a line each. */
export function criterionText({ heading, text, children }: Omit<Criterion, "kind" | "label">) {
  const lines = [...(heading === undefined ? [] : [heading]), text, ...childLines(children, "")];
  return lines.join("\n");
}

function childLines(children: readonly CriterionChild[], indent: string): string[] {
  return children.flatMap((child) => [
    `${indent}– ${child.text}`,
    ...childLines(child.children, `${indent}  `),
  ]);
}

function within(
  [before, after]: readonly [Criterion[], Criterion[]],
  kind: Criterion["kind"],
): [Criterion[], Criterion[]] {
  return [before.filter((one) => one.kind === kind), after.filter((one) => one.kind === kind)];
}

function matchSame(
  before: readonly Criterion[],
  after: readonly Criterion[],
  match: (left: Criterion, right: Criterion) => void,
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

function matchAlike(
  before: readonly Criterion[],
  after: readonly Criterion[],
  match: (left: Criterion, right: Criterion) => void,
): void {
  if (before.length * after.length > mostPairs) {
    matchByLabel(before, after, match);
    return;
  }
  const words = new Map<Criterion, WordCounts>();
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
  const matched = new Set<Criterion>();
  for (const { left, right } of pairs) {
    if (matched.has(left) || matched.has(right)) continue;
    matched.add(left).add(right);
    match(left, right);
  }
}

function matchByLabel(
  before: readonly Criterion[],
  after: readonly Criterion[],
  match: (left: Criterion, right: Criterion) => void,
): void {
  const byLabel = new Map(after.map((one) => [one.label, one]));
  for (const left of before) {
    const right = byLabel.get(left.label);
    if (right) match(left, right);
  }
}

const kindWords = { inclusion: "Inclusion", exclusion: "Exclusion" };

function rewordingOf(left: Criterion, right: Criterion): StudyChange | undefined {
  const [before, after] = [criterionText(left), criterionText(right)];
  const isTurned = left.kind !== right.kind;
  if (before === after && !isTurned) return undefined;
  const numbers = numbersApart(before, after);
  return {
    field: "criteria",
    kind: "changed",
    item: left.label === right.label ? left.label : `${left.label} (now ${right.label})`,
    before: isTurned ? `${kindWords[left.kind]}: ${before}` : before,
    after: isTurned ? `${kindWords[right.kind]}: ${after}` : after,
    ...(numbers && { numbers }),
  };
}

function renumberingOf(matches: readonly Match[]): StudyChange {
  return {
    field: "criteria",
    kind: "reordered",
    before: matches.map(({ before }) => before.label).join(", "),
    after: matches.map(({ after }) => after.label).join(", "),
  };
}
