import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { markWords, type Piece, shorten } from "./mark-words";

const textOf = (pieces: readonly Piece[]) => pieces.map(({ text }) => text).join("");
const marked = (pieces: readonly Piece[]) =>
  pieces.filter(({ isMarked }) => isMarked).map(({ text }) => text);

describe("marks of what changed", () => {
  it("stand on the words that one text alone has", () => {
    const { before, after } = markWords("Age over 18 years", "Age over 21 years");
    expect([marked(before), marked(after)]).toEqual([["18"], ["21"]]);
    expect(marked(markWords("Able to walk", "Able to walk alone").after)).toEqual([" alone"]);
    expect(marked(markWords("入组前怀孕", "入组前未怀孕").after)).toEqual(["未"]);
  });

  it("leave both texts whole, whatever they are", () => {
    const text = fc.string({ maxLength: 60, unit: "grapheme" });
    fc.assert(
      fc.property(text, text, (before, after) => {
        const found = markWords(before, after);
        expect([textOf(found.before), textOf(found.after)]).toEqual([before, after]);
      }),
    );
  });

  it("make long stretches that both have short, and never a word that changed", () => {
    const same = "All of this stays as it was. ".repeat(40);
    const { after } = markWords(`${same}18`, `${same}21`);
    const [first, last] = shorten(after);
    expect(first?.text.length).toBeLessThan(130);
    expect(first?.cut?.end.endsWith("as it was. ")).toBe(true);
    expect(last).toEqual({ text: "21", isMarked: true });
    expect(shorten([{ text: same, isMarked: true }])[0]?.cut).toBeUndefined();
  });

  it("give up on texts that have nothing in common, and show both", () => {
    const words = (seed: number) =>
      Array.from({ length: 20_000 }, (_, index) => `w${(index * seed) % 30_011}`).join(" ");
    const [one, other] = [words(7), words(1_013)];
    const found = markWords(one, other);
    expect(textOf(found.before)).toBe(one);
    expect(textOf(found.after)).toBe(other);
  });
});
