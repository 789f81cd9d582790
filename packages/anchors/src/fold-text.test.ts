import fc from "fast-check";
import { expect, it } from "vitest";
import { foldText } from "./fold-text";

it.for([
  ["two  words\n\tapart", "two words apart", "runs of white space"],
  ["18\u00A0years", "18 years", "a space that does not break"],
  ["cafe\u0301", "caf\u00E9", "an accent typed apart"],
  ["immuno\u00ADtherapy\u200B", "immunotherapy", "marks that nobody sees"],
  ["😀 نعم", "😀 نعم", "other scripts stay"],
  ["", "", "nothing"],
] as const)("%j is compared as %j: %s", ([original, folded]) => {
  expect(foldText(original).text).toBe(folded);
});

it("whatever stands in it, a folded range leads back to whole characters of the original", () => {
  const unit = fc.constantFrom(
    "a",
    "e\u0301",
    " ",
    "\u00A0",
    "\u200B",
    "😀",
    "ب",
    "不",
    "\n",
    "\uD83D",
  );
  fc.assert(
    fc.property(fc.array(unit, { minLength: 1 }), fc.nat(), fc.nat(), (units, a, b) => {
      const original = units.join("");
      const folded = foldText(original);
      const [start = 0, end = 0] = [a, b]
        .map((at) => at % (folded.text.length + 1))
        .sort((x, y) => x - y);
      const range = folded.toOriginal({ start, end });
      if (start === end) return;
      expect(foldText(original.slice(range.start, range.end)).text).toContain(
        folded.text.slice(start, end),
      );
    }),
  );
});
