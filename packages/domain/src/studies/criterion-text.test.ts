import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CriterionChild } from "./criteria";
import { readCriterion, writeCriterion } from "./criterion-text";

const line = fc
  .string({ unit: "grapheme", minLength: 1, maxLength: 40 })
  .map((text) => text.replace(/\s+/gu, " ").trim())
  .filter((text) => text !== "" && !/^[-–—•*・－]/u.test(text));
const { points } = fc.letrec<{ points: CriterionChild[] }>((tie) => ({
  points: fc.oneof(
    { maxDepth: 3 },
    fc.constant<CriterionChild[]>([]),
    fc.array(fc.record({ text: line, children: tie("points") }), { maxLength: 3 }),
  ),
}));

describe("a criterion as one text", () => {
  it("comes back as it was", () => {
    fc.assert(
      fc.property(fc.record({ text: line, children: points }), (criterion) => {
        expect(readCriterion(writeCriterion(criterion))).toEqual(criterion);
      }),
    );
  });

  it("stands as people write lists", () => {
    expect(
      writeCriterion({
        text: "Enough blood cells:",
        children: [
          { text: "white", children: [{ text: "on two days", children: [] }] },
          { text: "red", children: [] },
        ],
      }),
    ).toBe("Enough blood cells:\n- white\n  - on two days\n- red");
  });

  it.each([
    ["血细胞足够：\n• 白细胞\n• 红细胞", ["白细胞", "红细胞"]],
    ["Suficientes:\r\n  - blancas\r\n  - rojas", ["blancas", "rojas"]],
    ["خلايا كافية:\n- بيضاء\nوسليمة\n- حمراء", ["بيضاء وسليمة", "حمراء"]],
    ["- a dash at the front is no list", []],
  ])("is read from %j", (written, expected) => {
    expect(readCriterion(written).children.map(({ text }) => text)).toEqual(expected);
  });
});
