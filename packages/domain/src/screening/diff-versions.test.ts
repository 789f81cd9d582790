import { describe, expect, it } from "vitest";
import { compareForAmendment, mayFitNow } from "./amendment";
import type { AskedCriterion } from "./criterion";
import { diffVersions } from "./diff-versions";

function criterion(lineId: number, fields: Partial<AskedCriterion> = {}): AskedCriterion {
  return {
    ...{ id: lineId, lineId, label: `I${lineId}`, kind: "inclusion", heading: null, children: [] },
    ...{ text: `Criterion ${lineId}`, wording: null, cost: "phone", doubt: null },
    rule: { kind: "yes_no", excludes: "no" },
    ...fields,
  };
}

const ages = (min: number): Partial<AskedCriterion> => ({
  text: `Aged ${min} or older`,
  rule: {
    ...{ kind: "number", unit: "years", min, minIncluded: true, max: null, maxIncluded: true },
    excludes: "outside",
  },
});
const kinds = (before: AskedCriterion[], after: AskedCriterion[]) =>
  diffVersions(before, after).map(({ lineId, change }) => [lineId, change]);

describe("two versions of criteria", () => {
  const before = [1, 2, 3, 4].map((line) => criterion(line));

  it("have no differences when the numbers alone are others", () => {
    expect(
      kinds(
        before,
        [...before].map((one) => ({ ...one, id: one.id + 9, label: "I9" })),
      ),
    ).toEqual([]);
  });

  it("tell what must be asked again from what is merely worded otherwise", () => {
    const after = [
      criterion(1, { text: "Another text" }),
      criterion(2, { wording: "Is it so?" }),
      criterion(3, { rule: { kind: "yes_no", excludes: "yes" } }),
      criterion(5),
    ];
    expect(kinds(before, after)).toEqual([
      [1, "changed"],
      [2, "wording"],
      [3, "changed"],
      [5, "added"],
      [4, "removed"],
    ]);
  });

  it("name the one that was moved, not all that made room", () => {
    const [one, two, three, four] = before;
    if (!one || !two || !three || !four) throw new Error("There are four.");
    expect(kinds(before, [four, one, two, three])).toEqual([[4, "moved"]]);
    expect(kinds(before, [criterion(9), one, two, three, four])).toEqual([[9, "added"]]);
  });
});

describe("an amendment", () => {
  const before = [criterion(1), criterion(2, ages(18)), criterion(3)];
  const after = [
    criterion(11, { lineId: 1, text: "Criterion 1" }),
    criterion(12, { lineId: 2, ...ages(21) }),
    criterion(14),
  ];

  it("holds answers to what asks the same, whatever the version", () => {
    const older = criterion(22, { lineId: 2, ...ages(21) });
    const found = compareForAmendment(before, after, [...before, older]);
    expect(found.holding.map(({ id }) => id).toSorted((a, b) => a - b)).toEqual([
      1, 11, 12, 14, 22,
    ]);
    expect(found.changed.map(({ id }) => id)).toEqual([2]);
    expect(found.addedLineIds).toEqual([14]);
    expect(found.loosenedLineIds).toEqual([2, 3]);
  });

  it("judges anew what was said, and lets ask what cannot be judged", () => {
    const was = criterion(2, ages(21));
    expect(mayFitNow(was, criterion(2, ages(18)), 19)).toBe(true);
    expect(mayFitNow(was, criterion(2, ages(18)), 17)).toBe(false);
    expect(mayFitNow(was, criterion(2, ages(18)), null)).toBe(true);
    expect(mayFitNow(was, criterion(2, ages(21)), 19)).toBe(false);
    expect(mayFitNow(was, undefined, 19)).toBe(true);
    expect(mayFitNow(criterion(1), criterion(1, { text: "Another text" }), false)).toBe(true);
  });
});
