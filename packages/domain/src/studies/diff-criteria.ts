// What differs between the criteria of two readings, each found again by what it says (`matchCriteria`).
import type { Criterion } from "./criteria";
import { criterionText, matchCriteria } from "./match-criteria";
import type { StudyChange } from "./study-change";
import { numbersApart } from "./text-likeness";

type Match = { before: Criterion; after: Criterion };

export function diffCriteria(
  before: readonly Criterion[],
  after: readonly Criterion[],
): StudyChange[] {
  const matches = matchCriteria(before, after);
  const taken = new Set(matches.values());
  const removed = before.filter((one) => !matches.has(one));
  const added = after.filter((one) => !taken.has(one));
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
