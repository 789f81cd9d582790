import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type AgeLimits, hasAgeLimits, isOutsideAges } from "./age-limits";

const today = new Date("2026-06-15T12:00:00.000Z");
const years = (minimum?: number, maximum?: number): AgeLimits => ({
  ...(minimum === undefined ? {} : { minimumAge: { value: minimum, unit: "years" } }),
  ...(maximum === undefined ? {} : { maximumAge: { value: maximum, unit: "years" } }),
});

describe("somebody born in a year", () => {
  it.each<[string, AgeLimits, number, boolean]>([
    ["17 or 18 for a study from 18", years(18), 2008, false],
    ["16 or 17 for a study from 18", years(18), 2009, true],
    ["80 or 81 for a study up to 80", years(18, 80), 1945, false],
    ["81 or 82 for a study up to 80", years(18, 80), 1944, true],
    ["any age where there is no limit", {}, 1901, false],
    ["a baby for a study from 6 months", { minimumAge: { value: 6, unit: "months" } }, 2026, true],
    [
      "one or two for a study up to 18 months",
      { maximumAge: { value: 18, unit: "months" } },
      2024,
      false,
    ],
    [
      "two or three for a study up to 18 months",
      { maximumAge: { value: 18, unit: "months" } },
      2023,
      true,
    ],
    [
      "a child for a study of the newly born",
      { maximumAge: { value: 28, unit: "days" } },
      2020,
      true,
    ],
    [
      "a baby for a study of the newly born",
      { maximumAge: { value: 72, unit: "hours" } },
      2026,
      false,
    ],
  ])("is %s", (_title, limits, birthYear, isOutside) => {
    expect(isOutsideAges(limits, birthYear, today)).toBe(isOutside);
  });

  it("is never outside when a birthday in that year fits", () => {
    const age = fc.integer({ min: 0, max: 110 });
    fc.assert(
      fc.property(age, age, age, fc.boolean(), (a, b, old, hadBirthday) => {
        const limits = years(Math.min(a, b), Math.max(a, b));
        const birthYear = 2026 - old - (hadBirthday ? 0 : 1);
        const fits = old >= Math.min(a, b) && old <= Math.max(a, b);
        if (fits) expect(isOutsideAges(limits, birthYear, today)).toBe(false);
      }),
    );
  });

  it("is asked only where a study has limits", () => {
    expect([hasAgeLimits({}), hasAgeLimits(years(18)), hasAgeLimits(years(undefined, 8))]).toEqual([
      false,
      true,
      true,
    ]);
  });
});
