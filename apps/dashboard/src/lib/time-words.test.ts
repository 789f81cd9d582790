import { describe, expect, it } from "vitest";
import { dateWords, dayAndTimeWords, relativeWords } from "./time-words";

// Built in the reader's own zone, whichever the machine has.
const now = new Date(2026, 10, 22, 14, 0, 0);
const at = (...parts: [number, number, number, number?, number?, number?]) =>
  new Date(
    parts[0],
    parts[1] - 1,
    parts[2],
    parts[3] ?? 0,
    parts[4] ?? 0,
    parts[5] ?? 0,
  ).toISOString();

describe("how long ago", () => {
  it.each([
    [at(2026, 11, 22, 13, 59, 30), "just now"],
    [at(2026, 11, 22, 13, 56), "4 min ago"],
    [at(2026, 11, 21, 19, 0), "19 h ago"],
    [at(2026, 11, 21, 12, 0), "26 h ago"],
    [at(2026, 11, 19, 14, 0), "3 d ago"],
    [at(2026, 5, 3, 9, 0), "3 May"],
    [at(2025, 5, 3, 9, 0), "3 May 2025"],
    [at(2026, 11, 22, 14, 0, 20), "just now"],
    [at(2026, 11, 22, 14, 20), "in 20 min"],
  ])("%s is %s", (time, words) => {
    expect(relativeWords(time, now)).toBe(words);
  });
});

describe("when it is planned", () => {
  it.each([
    [at(2026, 11, 22, 16, 5), "today 16:05"],
    [at(2026, 11, 23, 0, 5), "tomorrow 00:05"],
    [at(2026, 11, 21, 23, 55), "yesterday 23:55"],
    [at(2026, 11, 24, 14, 0), "Tue 14:00"],
    [at(2026, 11, 29, 14, 0), "29 Nov 14:00"],
    [at(2027, 1, 4, 8, 30), "4 Jan 2027 08:30"],
  ])("%s is %s", (time, words) => {
    expect(dayAndTimeWords(time, now)).toBe(words);
  });

  it("names the date alone", () => {
    expect(dateWords(at(2026, 11, 28), now)).toBe("28 Nov");
  });
});
