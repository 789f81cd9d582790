import { expect, it } from "vitest";
import { plural } from "./plural";

const hours = {
  zero: "zero #",
  one: "one",
  two: "two",
  few: "few #",
  many: "many #",
  other: "other #",
};

it.each([
  ["en", 1, "one"],
  ["en", 2, "other 2"],
  ["es", 1, "one"],
  ["es", 1_000_000, "many 1.000.000"],
  ["zh", 1, "other 1"],
  ["en", 1200, "other 1,200"],
  ["ar", 0, "zero 0"],
  ["ar", 1, "one"],
  ["ar", 2, "two"],
  ["ar", 3, "few 3"],
  ["ar", 11, "many 11"],
  ["ar", 100, "other 100"],
  ["ar", 103, "few 103"],
  ["ar", 1200, "other 1,200"],
] as const)("in %s %i takes “%s”", (language, n, form) => {
  expect(plural(language, n, hours)).toBe(form);
});

it("falls back to the form for other numbers", () => {
  expect(plural("ar", 2, { other: "# things" })).toBe("2 things");
});
