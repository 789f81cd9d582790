import { expect, it } from "vitest";
import { foldText, sortNameOf } from "./fold-name";

it.each([
  ["Zoë", "Ångström", "angstrom zoe"],
  ["  Ana  María ", "de la Cruz", "de la cruz ana maria"],
  ["명", "김", "김 명"],
  ["伟", "王", "王 伟"],
  ["Ｊａｎｅ", "Doe", "doe jane"],
])("%s %s sorts as %s", (firstName, lastName, sorted) => {
  expect(sortNameOf(firstName, lastName)).toBe(sorted);
});

it("folds a text of nothing but marks, however many", () => {
  expect(foldText(`Zo\u0308e ${"\u0301\u0316".repeat(500_000)}`)).toBe("zoe");
});
