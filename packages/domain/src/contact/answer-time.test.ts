import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { medianAnswerHours, sayableAnswerTime, type Wait } from "./answer-time";

const reached = (...hours: number[]): Wait[] => hours.map((h) => ({ hours: h, reached: true }));
const waiting = (...hours: number[]): Wait[] => hours.map((h) => ({ hours: h, reached: false }));

describe("the median time to first contact", () => {
  it.each<[string, Wait[], number | undefined]>([
    ["is the middle one when everybody was reached", reached(1, 2, 5, 9, 40), 5],
    ["is the lower middle of an even number", reached(1, 2, 5, 9, 40, 41), 5],
    ["says nothing of four people", reached(1, 2, 3, 4), undefined],
    [
      "says nothing while fewer than half were reached",
      [...reached(1, 2), ...waiting(3, 4, 5)],
      undefined,
    ],
    ["says nothing when nobody was", waiting(1, 2, 3, 4, 5, 6), undefined],
    ["is later for those who have long been waiting", [...reached(1, 2, 5), ...waiting(90, 91)], 5],
    ["takes a wait that has only begun for no answer", [...reached(3, 4, 9), ...waiting(0, 0)], 4],
    [
      "leaves who waits as long as another waited in the count",
      [...reached(5, 5), ...waiting(5, 5)],
      undefined,
    ],
  ])("%s", (_title, waits, median) => {
    expect(medianAnswerHours(waits)).toBe(median);
  });

  const wait = fc.record({ hours: fc.integer({ min: 0, max: 1440 }), reached: fc.boolean() });

  it("is a wait that somebody had, whatever the order", () => {
    fc.assert(
      fc.property(fc.array(wait), (waits) => {
        const median = medianAnswerHours(waits);
        expect(medianAnswerHours(waits.toReversed())).toBe(median);
        if (median === undefined) return;
        expect(waits).toContainEqual({ hours: median, reached: true });
      }),
    );
  });

  it("never gets better by leaving one more person unanswered", () => {
    fc.assert(
      fc.property(fc.array(wait, { minLength: 5 }), fc.nat(1440), (waits, hours) => {
        const before = medianAnswerHours(waits) ?? Number.POSITIVE_INFINITY;
        const after = medianAnswerHours([...waits, { hours, reached: false }]);
        expect(after ?? Number.POSITIVE_INFINITY).toBeGreaterThanOrEqual(before);
      }),
    );
  });
});

it.each([
  [0, "1 hour"],
  [0.4, "1 hour"],
  [4.2, "5 hour"],
  [12, "12 hour"],
  [12.1, "1 day"],
  [24, "1 day"],
  [24.5, "2 day"],
  [14 * 24, "14 day"],
  [14 * 24 + 1, "3 week"],
])("%s hours are said as %s", (hours, said) => {
  const { count, unit } = sayableAnswerTime(hours);
  expect(`${count} ${unit}`).toBe(said);
});
