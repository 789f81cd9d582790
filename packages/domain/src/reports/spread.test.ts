import fc from "fast-check";
import { expect, it } from "vitest";
import { quartilesOf } from "./spread";

it("finds the quartiles of waiting times, between two values where there are two", () => {
  const hours = (...values: number[]) => quartilesOf(values.map((value) => value * 3600));
  expect(hours()).toEqual({ lowerQuartile: null, median: null, upperQuartile: null });
  expect(hours(7)).toEqual({ lowerQuartile: 7, median: 7, upperQuartile: 7 });
  expect(hours(4, 1, 3, 2)).toEqual({ lowerQuartile: 1.75, median: 2.5, upperQuartile: 3.25 });
  expect(hours(-5, 1, 9)).toEqual({ lowerQuartile: 0.5, median: 1, upperQuartile: 5 });
});

it("keeps them in order and among the values, whatever the values are", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 10_000_000 }), { minLength: 1 }), (seconds) => {
      const { lowerQuartile, median, upperQuartile } = quartilesOf(seconds);
      const all = [Math.min(...seconds) / 3600, lowerQuartile, median, upperQuartile];
      const sorted = [...all, Math.max(...seconds) / 3600].map(Number);
      expect(sorted).toEqual(sorted.toSorted((a, b) => a - b));
    }),
  );
});
