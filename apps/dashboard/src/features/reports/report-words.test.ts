import { describe, expect, it } from "vitest";
import { hoursWords, scopeWords, shareOf, shareWords } from "./report-words";

describe("figures in words", () => {
  it.each([
    [0, "0 %"],
    [0.002, "< 1 %"],
    [0.414, "41 %"],
    [0.997, "99 %"],
    [1, "100 %"],
  ])("says a share of %d as %s", (share, words) => {
    expect(shareWords(share)).toBe(words);
  });

  it("takes no share of nothing", () => {
    expect(shareWords(shareOf(0, 0))).toBeUndefined();
  });

  it.each([
    [0.5, "30 min"],
    [2.46, "2.5 h"],
    [7, "7 h"],
    [26, "26 h"],
    [60, "2.5 d"],
    [480, "20 d"],
  ])("says %d hours as %s", (hours, words) => {
    expect(hoursWords(hours)).toBe(words);
  });

  it("says whose leads they are", () => {
    const names = { studies: new Map([[1, "ESCC"]]), sites: new Map([[4, "Shanghai"]]) };
    expect(scopeWords({}, names)).toEqual(["All studies", "Shanghai", "Arrived at any time"]);
    expect(
      scopeWords(
        { studyIds: [1], from: "2026-06-01", sources: ["event"], languages: ["zh"] },
        names,
      ),
    ).toEqual(["ESCC", "Shanghai", "Arrived since 1 Jun 2026", "By Event", "Speaking Chinese"]);
  });
});
