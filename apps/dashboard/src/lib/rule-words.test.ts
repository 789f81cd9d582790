import { describe, expect, it } from "vitest";
import { ruleWords } from "./rule-words";

const years = {
  ...{ kind: "number" as const, unit: "years", min: 18, minIncluded: false },
  ...{ max: 80, maxIncluded: true, excludes: "outside" as const },
};

describe("ruleWords", () => {
  it("says which answer excludes", () => {
    expect(ruleWords({ kind: "yes_no", excludes: "no" })).toBe("“No” excludes");
  });

  it("says of each bound whether it counts", () => {
    expect(ruleWords(years)).toBe("Fits: above 18 and at most 80 years");
    expect(ruleWords({ ...years, max: null, minIncluded: true, excludes: "inside" })).toBe(
      "Excludes: at least 18 years",
    );
    expect(ruleWords({ ...years, min: null, max: null })).toBe("Every number fits");
  });

  it("names days and choices", () => {
    const dates = { kind: "date" as const, earliest: "2026-03-01", latest: null };
    expect(ruleWords({ ...dates, excludes: "outside" })).toBe("Fits: from 1 Mar 2026");
    const options = [
      { label: "Never", excludes: false },
      { label: "Daily", excludes: true },
    ];
    expect(ruleWords({ kind: "choice", options })).toBe("Excludes: Daily");
  });
});
