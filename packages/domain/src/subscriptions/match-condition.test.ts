import fc from "fast-check";
import { expect, it } from "vitest";
import { foldCondition, hasConditionWords, matchesCondition } from "./match-condition";

it.each([
  ["breast cancer", ["Breast Cancer"], true],
  ["cancer of the breast", ["Breast Cancer"], true],
  ["Breast cancers", ["Metastatic breast cancer, stage IV"], true],
  ["diabetes", ["Type 2 Diabetes Mellitus"], true],
  ["type 2 diabetes", ["Type 1 Diabetes"], false],
  ["asthma", ["Asthmatic children"], true],
  ["depresión", ["Depresion mayor"], true],
  ["knee", ["Osteoarthritis, Knee"], true],
  ["knees", ["Osteoarthritis, Knee"], true],
  ["insomnio", ["Insomnia", "Insomnio crónico"], true],
  ["cáncer de mama", ["Cáncer de mama"], true],
  ["糖尿病", ["2型糖尿病患者的研究"], true],
  ["السكري", ["داء سكري من النوع الثاني"], true],
  ["مرض السكري", ["مرض سكري"], true],
  // Never by half a short word, by a word of another kind, or by words of two terms.
  ["MS", ["MSA"], false],
  ["MS", ["Multiple Sclerosis (MS)"], true],
  ["heart", ["Heartburn"], false],
  ["als", ["False negatives"], false],
  ["heart failure", ["Kidney failure", "heart"], false],
  ["cancer", ["Insomnia"], false],
  ["", ["Insomnia"], false],
  ["!?", ["Insomnia"], false],
  ["the", ["The study of sleep"], false],
] as const)("“%s” against %j is %s", (condition, terms, expected) => {
  expect(matchesCondition(condition, terms)).toBe(expected);
});

it("takes no condition for any, and words in any order for the same", () => {
  expect(matchesCondition(null, ["Insomnia"])).toBe(true);
  expect(matchesCondition(null, [])).toBe(true);
  expect(foldCondition("Cancer of the Breast")).toBe(foldCondition("breast cancer"));
  expect(foldCondition("Breast")).not.toBe(foldCondition("Chest"));
  expect(foldCondition(null)).toBe("");
});

it("finds every condition in itself, however it is written, and throws at nothing", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (text) => {
      if (!hasConditionWords(text)) return;
      expect(matchesCondition(text, [text])).toBe(true);
      expect(matchesCondition(text.toUpperCase(), ["Something", `${text} `])).toBe(
        matchesCondition(text.toUpperCase(), [text]),
      );
      expect(foldCondition(text)).not.toBe("");
    }),
  );
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), fc.string({ unit: "binary" }), (a, b) => {
      expect(typeof matchesCondition(a.toWellFormed(), [b.toWellFormed()])).toBe("boolean");
    }),
  );
});

it("loses no study by a further term", () => {
  const words = fc.array(fc.constantFrom("breast", "cancer", "sleep", "knee", "of"), {
    minLength: 1,
    maxLength: 3,
  });
  const terms = fc.array(words.map((parts) => parts.join(" ")));
  fc.assert(
    fc.property(words, terms, terms, (condition, some, more) => {
      const typed = condition.join(" ");
      if (matchesCondition(typed, some)) {
        expect(matchesCondition(typed, [...more, ...some])).toBe(true);
      }
    }),
  );
});
