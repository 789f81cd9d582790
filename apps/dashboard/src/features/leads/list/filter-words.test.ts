import { describe, expect, it } from "vitest";
import { type DaySpan, spanWords, type Tried, triedWords } from "./filter-words";

describe("a span of days", () => {
  it.each<[DaySpan, string]>([
    [{}, "any time"],
    [{ never: true }, "never"],
    [{ maxDays: 0 }, "in the last 24 hours"],
    [{ maxDays: 7 }, "in the last 7 days"],
    [{ minDays: 30 }, "30 days ago or more"],
    [{ minDays: 1 }, "1 day ago or more"],
    [{ minDays: 3, maxDays: 10 }, "3 to 10 days ago"],
    [{ minDays: 3, maxDays: 3 }, "3 days ago"],
    [{ minDays: 14, never: true }, "14 days ago or more, or never"],
  ])("%j reads %s", (span, words) => {
    expect(spanWords(span)).toBe(words);
  });
});

describe("outcomes of attempts", () => {
  it.each<[Tried, string]>([
    [{ outcomes: ["no_answer"] }, "No answer"],
    [{ outcomes: ["no_answer", "busy"], withinDays: 1 }, "No answer, Busy, in the last 24 hours"],
    [{ outcomes: ["reached"], withinDays: 7 }, "Reached, in the last 7 days"],
    [{ outcomes: ["reached", "busy", "no_answer", "replied"] }, "Reached, Busy and 2 more"],
  ])("%j reads %s", (tried, words) => {
    expect(triedWords(tried)).toBe(words);
  });
});
