import { expect, it } from "vitest";
import { leftWords, throttled, wordsForEnd } from "./reader-words";

it.each<[number, string]>([
  [1, "Wait a minute,"],
  [60, "Wait a minute,"],
  [61, "Wait 2 minutes,"],
  [1800, "Wait 30 minutes,"],
  [86_400, "Wait 24 hours,"],
])("a wait of %i seconds is said as a person would", (seconds, words) => {
  expect(throttled(seconds)).toContain(words);
});

it("the reader learns how often the link still opens", () => {
  const until = "2026-09-08T12:00:00.000Z";
  expect(leftWords(4, until)).toContain("opens 4 more times, until 8 September 2026");
  expect(leftWords(1, until)).toContain("opens once more, until");
  expect(leftWords(0, until)).toContain("the link's last view");
});

it("each end says what to do next, also one that this page does not know yet", () => {
  const ends = ["expired", "used_up", "revoked", "reissued", "too_many_failures"] as const;
  for (const reason of [...ends, undefined]) {
    expect(wordsForEnd(reason).text).toMatch(/[Aa]sk/);
  }
});
