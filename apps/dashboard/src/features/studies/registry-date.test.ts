import { expect, it } from "vitest";
import { registryDate } from "./registry-date";

it.each([
  ["2026-03-17", "17 March 2026"],
  ["2026-03", "March 2026"],
  ["2026", "2026"],
])("reads %s as %s, wherever the reader is", (date, words) => {
  expect(registryDate(date)).toBe(words);
});
