import { expect, it } from "vitest";
import { leftoverEnglish } from "./leftover-english";
import { sayTexts } from "./say-texts";

it.each([
  ["es", "Lea the estudio y send su mensaje to allí", ["the", "to"]],
  ["es", "Allí está su número de serie", []],
  ["zh", "请 Send 留言", ["Send"]],
  ["zh", "在 ClinicalTrials.gov 查找 NCT01234567，II期", []],
  ["ar", "وصلت رسالتك إلى Team الدراسة", ["Team"]],
  ["en", "Read the study", []],
] as const)("finds the English in a text of %s: %s", (language, text, words) => {
  expect(leftoverEnglish(language, text)).toEqual(words);
});

it("says functions with values that suit them, counts with several", () => {
  const texts = {
    title: "A title",
    greet: (name: string) => `Hello ${name.toUpperCase()}`,
    wait: (n: number) => `${n.toFixed(0)} minutes`,
    deep: { list: ["one", "two"] },
  };
  expect(sayTexts(texts).map(({ path }) => path)).toEqual([
    "title",
    "greet(Ябълка)",
    "wait(0)",
    "wait(1)",
    "wait(2)",
    "wait(3)",
    "wait(11)",
    "wait(100)",
    "deep.list.0",
    "deep.list.1",
  ]);
  expect(() => sayTexts({ odd: (map: Map<string, string>) => map.get("x") })).toThrow("odd");
});
