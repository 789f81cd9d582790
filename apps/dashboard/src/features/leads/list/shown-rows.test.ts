import { describe, expect, it } from "vitest";
import { findArrivals, findPlace, keepCursorRow } from "./shown-rows";

const rows = [{ id: 1 }, { id: 2 }, { id: 3 }];

describe("the row under the cursor", () => {
  it("stays where it was, marked as gone, when it left the list", () => {
    const place = findPlace(rows, 2);
    const shown = keepCursorRow([{ id: 1 }, { id: 3 }], 2, place);
    expect(shown.map(({ row, isGone }) => [row.id, isGone])).toEqual([
      [1, false],
      [2, true],
      [3, false],
    ]);
  });

  it("goes with the others once the cursor has moved on", () => {
    const shown = keepCursorRow([{ id: 1 }, { id: 3 }], 3, findPlace(rows, 2));
    expect(shown.map(({ row }) => row.id)).toEqual([1, 3]);
  });

  it("is not shown twice while it is still in the list", () => {
    expect(keepCursorRow(rows, 2, findPlace(rows, 2))).toHaveLength(3);
  });
});

describe("arrivals", () => {
  it("are the unseen rows among the seen ones, not those of a page that was asked for", () => {
    const seen = new Set([1, 2, 3]);
    const now = [{ id: 9 }, { id: 1 }, { id: 2 }, { id: 8 }, { id: 3 }, { id: 4 }, { id: 5 }];
    expect([...findArrivals(now, seen)]).toEqual([9, 8]);
  });

  it("are none when nothing was seen yet", () => {
    expect(findArrivals(rows, new Set()).size).toBe(0);
  });
});
