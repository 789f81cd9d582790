import { expect, it } from "vitest";
import { dayWords } from "./day-words";

const now = new Date(2026, 10, 22, 0, 30);

it.each([
  [new Date(2026, 10, 22, 0, 0), "Today"],
  [new Date(2026, 10, 21, 23, 59), "Yesterday"],
  [new Date(2026, 10, 17, 12, 0), "Tuesday 17 November"],
  [new Date(2025, 11, 31, 12, 0), "Wednesday 31 December 2025"],
])("%s is %s", (at, words) => {
  expect(dayWords(at.toISOString(), now).replace(",", "")).toBe(words);
});
