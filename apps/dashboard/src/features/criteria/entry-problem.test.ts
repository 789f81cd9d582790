import { expect, it } from "vitest";
import { addEntry, type DraftEntry } from "./draft-entries";
import { problemOf } from "./entry-problem";

const [blank] = addEntry([], "inclusion", "new");
const withRule = (rule: DraftEntry["rule"]) => blank && problemOf({ ...blank, text: "Aged", rule });
const between = { kind: "number" as const, unit: "years", excludes: "outside" as const };
const choice = (...labels: string[]) =>
  withRule({ kind: "choice", options: labels.map((label) => ({ label, excludes: false })) });

it("asks for the text first", () => {
  expect(blank && problemOf(blank)).toMatchObject({ at: "text" });
});

it("finds bounds that nothing fits between, and only those", () => {
  const bounds = { min: 18, minIncluded: true, max: 18, maxIncluded: true };
  expect(withRule({ ...between, ...bounds })).toBeUndefined();
  expect(withRule({ ...between, ...bounds, maxIncluded: false })).toMatchObject({ at: "rule" });
  expect(withRule({ ...between, ...bounds, max: 17 })).toMatchObject({ at: "rule" });
  expect(withRule({ ...between, ...bounds, max: null })).toBeUndefined();
  const days = { kind: "date" as const, earliest: "2026-02-01", excludes: "inside" as const };
  expect(withRule({ ...days, latest: "2026-02-01" })).toBeUndefined();
  expect(withRule({ ...days, latest: "2026-01-31" })).toMatchObject({ at: "rule" });
});

it("finds choices that cannot be told apart", () => {
  expect(choice("Never", "Daily")).toBeUndefined();
  for (const labels of [["Never"], ["Never", " "], ["Never", " Never "]]) {
    expect(choice(...labels)).toMatchObject({ at: "rule" });
  }
});

it("finds what is too long to keep", () => {
  expect(blank && problemOf({ ...blank, text: "x".repeat(8001) })).toMatchObject({ at: "else" });
});
