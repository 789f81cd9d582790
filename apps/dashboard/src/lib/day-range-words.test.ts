import { describe, expect, it } from "vitest";
import { dayRangeWords, usualRanges } from "./day-range-words";

describe("a span of days in words", () => {
  it.each([
    [{ from: "2026-06-01", to: "2026-11-22" }, "1 Jun – 22 Nov 2026"],
    [{ from: "2025-12-31", to: "2026-01-01" }, "31 Dec 2025 – 1 Jan 2026"],
    [{ from: "2026-06-01", to: "2026-06-01" }, "1 Jun 2026"],
    [{ from: "2026-06-01" }, "since 1 Jun 2026"],
    [{ to: "2026-06-01" }, "until 1 Jun 2026"],
    [{}, "any day"],
  ])("says %o as %s", (range, words) => {
    expect(dayRangeWords(range)).toBe(words);
  });

  it("offers spans that end today, both ends counted", () => {
    const [month, quarter, year] = usualRanges(new Date(2026, 2, 1, 23, 59));
    expect(month?.range).toEqual({ from: "2026-01-31", to: "2026-03-01" });
    expect(quarter?.range).toEqual({ from: "2025-12-02", to: "2026-03-01" });
    expect(year?.range).toEqual({ from: "2026-01-01", to: "2026-03-01" });
  });
});
