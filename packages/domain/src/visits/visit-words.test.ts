import { describe, expect, it } from "vitest";
import { publicLanguages } from "../public-language";
import { isOverlapping } from "./visit";
import { visitReminderSpan, wantsReminder } from "./visit-reminder";
import { visitLengthWords, visitTimeWords } from "./visit-words";

describe("a visit in words", () => {
  it.each([
    [15, "15 minutes"],
    [60, "1 hour"],
    [90, "90 minutes"],
    [150, "2.5 hours"],
  ])("takes %i minutes: %s", (minutes, words) => {
    expect(visitLengthWords("en", minutes)).toBe(words);
  });

  it.each(publicLanguages)("is told in %s by the clock of the site", (language) => {
    const words = visitTimeWords(language, "2026-09-15T23:30:00.000Z", "Asia/Shanghai");
    expect(words).toMatch(/16/);
    expect(words).toMatch(/7:30/);
    expect(words).toMatch(/2026/);
  });
});

describe("visits at the same time", () => {
  const visit = { startsAt: "2026-09-15T15:00:00.000Z", minutes: 60 };
  it.each([
    ["2026-09-15T14:00:00.000Z", 60, false],
    ["2026-09-15T14:00:00.000Z", 61, true],
    ["2026-09-15T15:15:00.000Z", 5, true],
    ["2026-09-15T16:00:00.000Z", 60, false],
  ])("from %s for %i minutes: %s", (startsAt, minutes, meets) => {
    expect(isOverlapping(visit, { startsAt, minutes })).toBe(meets);
    expect(isOverlapping({ startsAt, minutes }, visit)).toBe(meets);
  });
});

describe("the reminder of a visit", () => {
  it("is for those of the coming day, except the next two hours", () => {
    expect(visitReminderSpan(new Date("2026-09-14T15:00:00.000Z"))).toEqual({
      from: "2026-09-14T17:00:00.000Z",
      until: "2026-09-15T15:00:00.000Z",
    });
  });

  it("is not for whoever was told of the time half a day before it is due, or later", () => {
    const startsAt = "2026-09-15T15:00:00.000Z";
    const told = (changedAt: string) => wantsReminder({ startsAt, changedAt });
    expect(told("2026-09-14T03:00:00.000Z")).toBe(true);
    expect(told("2026-09-14T03:00:00.001Z")).toBe(false);
  });
});
