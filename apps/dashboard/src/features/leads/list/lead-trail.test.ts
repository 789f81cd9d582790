import { describe, expect, it } from "vitest";
import { followTrail, type LeadTrail, pagesInSight, rowsOnTrail, startOfTrail } from "./lead-trail";

const full = Array.from({ length: 100 });
const page = (nextCursor: string | null, rows: readonly unknown[] = full) => ({ rows, nextCursor });

function walk(pages: number): LeadTrail {
  let trail = startOfTrail;
  for (let index = 0; index < pages; index++) {
    trail = followTrail(trail, index, page(`c${index + 1}`));
  }
  return trail;
}

describe("the trail through a long list", () => {
  it("knows one page more than was read, and the end once it was reached", () => {
    expect(rowsOnTrail(startOfTrail)).toBe(0);
    const trail = walk(3);
    expect(trail.cursors).toEqual(["", "c1", "c2", "c3"]);
    expect(rowsOnTrail(trail)).toBe(300);
    const ended = followTrail(trail, 3, page(null, [1, 2]));
    expect(rowsOnTrail(ended)).toBe(302);
    expect(followTrail(ended, 3, page(null, [1, 2]))).toBe(ended);
    expect(rowsOnTrail(followTrail(startOfTrail, 0, page(null, [])))).toBe(0);
  });

  it("stays the same object when a page says what it said before", () => {
    const trail = walk(3);
    expect(followTrail(trail, 1, page("c2"))).toBe(trail);
    expect(followTrail(trail, 9, page("c10"))).toBe(trail);
  });

  it("lets the next page begin elsewhere when rows came or went, and keeps the rest", () => {
    const moved = followTrail(walk(3), 0, page("c1b"));
    expect(moved.cursors).toEqual(["", "c1b", "c2", "c3"]);
  });

  it("ends earlier when what followed is gone, and goes on when more came", () => {
    const shorter = followTrail(walk(3), 1, page(null, [1]));
    expect(shorter).toEqual({ cursors: ["", "c1"], end: 101 });
    const longer = followTrail(shorter, 1, page("c2"));
    expect(longer).toEqual({ cursors: ["", "c1", "c2"], end: undefined });
  });

  it("asks for the pages in sight alone, and for the next before it is needed", () => {
    const trail = walk(900);
    expect(pagesInSight(startOfTrail, 0, 0)).toEqual([0]);
    expect(pagesInSight(trail, 0, 25)).toEqual([0]);
    expect(pagesInSight(trail, 60, 85)).toEqual([0, 1]);
    expect(pagesInSight(trail, 45_040, 45_059)).toEqual([450]);
    expect(pagesInSight(trail, 45_040, 45_080)).toEqual([450, 451]);
    expect(pagesInSight(trail, 89_980, 90_000)).toEqual([899, 900]);
    expect(pagesInSight(trail, 500_000, 500_020)).toEqual([900]);
  });
});
