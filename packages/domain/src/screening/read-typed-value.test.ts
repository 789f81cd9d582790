import { describe, expect, it } from "vitest";
import type { AnswerRule } from "./answer-rule";
import { judgeAnswer } from "./judge-answer";
import { readTypedValue } from "./read-typed-value";

const number: AnswerRule = {
  ...{ kind: "number", unit: "mm", excludes: "outside" },
  ...{ min: 5, minIncluded: true, max: 20, maxIncluded: false },
};
const date: AnswerRule = { kind: "date", earliest: "2026-01-01", latest: null, excludes: "inside" };

describe("what is typed into a question's field", () => {
  it.each([
    ["6", 6],
    ["6.5", 6.5],
    ["6,5", 6.5],
    ["-2", -2],
    ["٦٥", 65],
    ["1,500", undefined],
    ["1.500", 1.5],
    ["six", undefined],
    ["6 mm", undefined],
    ["", undefined],
    ["9999999999", undefined],
  ])("reads %j as the number %j", (typed, value) => {
    expect(readTypedValue(number, typed)).toBe(value);
  });

  it.each([
    ["2026-03-15", "2026-03-15"],
    ["20260315", "2026-03-15"],
    ["15.3.2026", "2026-03-15"],
    ["15 Mar 2026", "2026-03-15"],
    ["March 15, 2026", "2026-03-15"],
    ["3/4/2026", undefined],
    ["2026-02-30", undefined],
    ["15 Mar", undefined],
    ["2026", undefined],
  ])("reads %j as the day %j", (typed, value) => {
    expect(readTypedValue(date, typed)).toBe(value);
  });

  it("is judged as soon as it is read", () => {
    expect(judgeAnswer("inclusion", number, 20)).toBe("not_met");
    expect(judgeAnswer("inclusion", number, 5)).toBe("met");
    expect(judgeAnswer("exclusion", date, "2026-01-01")).toBe("present");
    expect(judgeAnswer("exclusion", date, "2025-12-31")).toBe("absent");
    expect(judgeAnswer("exclusion", date, "2026-02-30")).toBe("unknown");
  });
});
