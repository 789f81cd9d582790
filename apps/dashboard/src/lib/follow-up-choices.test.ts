import { describe, expect, it } from "vitest";
import { followUpChoices, fromWallClock, toWallClock } from "./follow-up-choices";

describe("quick follow-up choices", () => {
  it("are an hour from now and mornings on the desk's own clock", () => {
    const now = new Date(2026, 10, 30, 16, 20, 41);
    expect(followUpChoices(now).map(({ label, at }) => [label, toWallClock(at)])).toEqual([
      ["In an hour", "2026-11-30T17:20"],
      ["Tomorrow", "2026-12-01T10:00"],
      ["In 3 days", "2026-12-03T10:00"],
      ["Next week", "2026-12-07T10:00"],
    ]);
  });
});

describe("the wall clock", () => {
  it("goes there and back, and a half-typed time is none", () => {
    expect(fromWallClock("2026-11-30T17:20")).toEqual(new Date(2026, 10, 30, 17, 20));
    expect(fromWallClock("")).toBeUndefined();
    expect(fromWallClock("2026-11-")).toBeUndefined();
  });
});
