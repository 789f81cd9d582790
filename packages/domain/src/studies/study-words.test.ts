import { describe, expect, it } from "vitest";
import { overallStatuses, type StudyAge } from "./imported-study";
import {
  ageRange,
  isRecruitingStatus,
  overallStatusLabels,
  phasesLabel,
  sexLabels,
} from "./study-words";

const years = (value: number): StudyAge => ({ value, unit: "years" });
const months = (value: number): StudyAge => ({ value, unit: "months" });

describe("the words of a study", () => {
  it.each([
    [years(18), years(80), "18–80 years"],
    [years(18), undefined, "18 years and older"],
    [undefined, years(8), "up to 8 years"],
    [undefined, undefined, "any age"],
    [months(6), years(5), "6 months to 5 years"],
    [months(1), months(2), "1–2 months"],
    [years(1), undefined, "1 year and older"],
    [years(18), years(18), "18 years"],
  ])("say ages %j to %j as %s", (minimum, maximum, words) => {
    expect(ageRange(minimum, maximum)).toBe(words);
  });

  it.each([
    [["NA"] as const, "Phase: not applicable"],
    [[], "Phase: not applicable"],
    [["PHASE2", "PHASE3"] as const, "Phase: 2 and 3"],
    [["EARLY_PHASE1"] as const, "Phase: early 1"],
  ])("say phases %j as %s", (phases, words) => {
    expect(phasesLabel(phases)).toBe(words);
  });

  it("name every status and sex without the registry's codes, no two alike", () => {
    const labels = [...Object.values(overallStatusLabels), ...Object.values(sexLabels)];
    expect(labels.join()).not.toMatch(/_|[A-Z]{2}/);
    expect(new Set(labels).size).toBe(labels.length);
  });

  it("call only one status recruiting", () => {
    expect(overallStatuses.filter(isRecruitingStatus)).toEqual(["RECRUITING"]);
  });
});
