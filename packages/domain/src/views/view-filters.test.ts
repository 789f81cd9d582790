import { describe, expect, it } from "vitest";
import { areSameFilters, filtersFor, withoutEmpty } from "./view-filters";

describe("what a view asks for", () => {
  it("means whoever looks by me, once", () => {
    expect(filtersFor({ ownerIds: ["me", "none"], hasNote: true }, "kim")).toEqual({
      ownerIds: ["kim", "none"],
      hasNote: true,
    });
    expect(filtersFor({ ownerIds: ["kim", "me"] }, "kim")).toEqual({ ownerIds: ["kim"] });
    expect(filtersFor({}, "kim")).toEqual({});
  });

  it("is the same however it is written down", () => {
    expect(
      areSameFilters({ statuses: ["new", "declined"] }, { statuses: ["declined", "new"] }),
    ).toBe(true);
    const tried = { tried: { outcomes: ["busy", "no_answer"], withinDays: 7 } } as const;
    expect(
      areSameFilters(
        { tried: { withinDays: 7, outcomes: ["no_answer", "busy"] } },
        {
          tried: { ...tried.tried, outcomes: [...tried.tried.outcomes] },
        },
      ),
    ).toBe(true);
    expect(areSameFilters({ tried: { outcomes: ["busy"] } }, {})).toBe(false);
    expect(areSameFilters({ statuses: [], age: {} }, {})).toBe(true);
    expect(areSameFilters({ hasNote: false }, {})).toBe(false);
    expect(areSameFilters({ age: { minDays: 1 } }, { age: { maxDays: 1 } })).toBe(false);
  });

  it("drops what lets everything through", () => {
    expect(withoutEmpty({ statuses: [], lastContact: {}, studyIds: [3], hasNote: false })).toEqual({
      studyIds: [3],
      hasNote: false,
    });
  });
});
