import { expect, it } from "vitest";
import { firstWords, firstWordsOfNote } from "./first-words";

it("a text becomes one short line", () => {
  expect(firstWords("  After three,\nnot before. ")).toBe("After three, not before.");
  expect(firstWords("a".repeat(61))).toBe(`${"a".repeat(57)}…`);
});

it("a note is told by its words, without the signs that make them bold or a list", () => {
  expect(firstWordsOfNote("Ask about **metformin**:\n- dose\n- since when")).toBe(
    "Ask about metformin: dose since when",
  );
});
