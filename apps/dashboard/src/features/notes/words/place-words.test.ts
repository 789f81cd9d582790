import { describe, expect, it } from "vitest";
import { placeWords, shortQuote } from "./place-words";

const at = { start: 0, end: 2, score: 1 };

describe("What is said of words that were edited", () => {
  it("names each number, bound or negation that changed, whatever else is sure", () => {
    const changes = [
      { was: "18", now: "16" },
      { was: "not", now: "" },
      { was: "", now: "at most" },
    ];
    expect(placeWords({ ...at, state: "exact", flags: ["meaning_changed"], changes })).toBe(
      "The text changed in what it means: “18” became “16”; “not” went; “at most” came in.",
    );
  });

  it("says where to look when the place is in doubt, or gone, and nothing where all is well", () => {
    const calm = { ...at, flags: [], changes: [] };
    expect(placeWords({ ...calm, state: "may_have_moved" })).toMatch(/may have moved/);
    expect(placeWords({ state: "orphan", score: 0, flags: [] })).toMatch(/no longer/);
    expect(placeWords({ ...calm, state: "moved" })).toBeNull();
  });

  it("a long quote is cut between two words", () => {
    expect(shortQuote("one two\nthree")).toBe("one two three");
    expect(shortQuote("word ".repeat(20))).toMatch(/^(word )+word…$/);
  });
});
