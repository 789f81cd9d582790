import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { AskCost } from "./answer-rule";
import { askNext, chanceToExclude } from "./ask-next";

const asked = (lineId: number, cost: AskCost = "phone") => ({ lineId, cost });
const order = (...given: Parameters<typeof askNext>) =>
  askNext(...given).map(({ lineId }) => lineId);

describe("what to ask next", () => {
  it("keeps the study's order while nobody was asked yet", () => {
    expect(order([asked(3), asked(1), asked(2)], [])).toEqual([3, 1, 2]);
  });

  it("asks first what most often excluded", () => {
    const tallies = [
      { lineId: 1, answered: 100, excluded: 2 },
      { lineId: 2, answered: 100, excluded: 41 },
    ];
    expect(order([asked(1), asked(2)], tallies)).toEqual([2, 1]);
  });

  it("does not take one answer for the rule", () => {
    const tallies = [
      { lineId: 1, answered: 1, excluded: 1 },
      { lineId: 2, answered: 50, excluded: 45 },
    ];
    expect(order([asked(1), asked(2)], tallies)).toEqual([2, 1]);
    expect(chanceToExclude({ answered: 0, excluded: 0 })).toBe(0.5);
  });

  it("asks on the phone before it sends for records or a test, unless those decide far more often", () => {
    const open = [asked(1, "test"), asked(2, "record"), asked(3)];
    expect(order(open, [])).toEqual([3, 2, 1]);
    const tallies = [
      { lineId: 1, answered: 200, excluded: 190 },
      { lineId: 2, answered: 200, excluded: 120 },
      { lineId: 3, answered: 200, excluded: 3 },
    ];
    expect(order(open, tallies)).toEqual([2, 1, 3]);
  });

  it("loses no question and asks none twice, whatever the counts", () => {
    const tally = fc
      .record({
        lineId: fc.nat(20),
        answered: fc.nat(500),
        share: fc.double({ min: 0, max: 1, noNaN: true }),
      })
      .map(({ lineId, answered, share }) => ({
        ...{ lineId, answered, excluded: Math.round(answered * share) },
      }));
    const open = fc.uniqueArray(
      fc.record({
        lineId: fc.nat(20),
        cost: fc.constantFrom<AskCost>("phone", "record", "test"),
      }),
      { selector: ({ lineId }) => lineId },
    );
    fc.assert(
      fc.property(open, fc.array(tally), (questions, tallies) => {
        const ordered = askNext(questions, tallies);
        expect(new Set(ordered)).toEqual(new Set(questions));
        expect(ordered).toHaveLength(questions.length);
        for (const { answered, excluded } of tallies) {
          const chance = chanceToExclude({ answered, excluded });
          expect(chance > 0 && chance < 1).toBe(true);
        }
      }),
    );
  });
});
