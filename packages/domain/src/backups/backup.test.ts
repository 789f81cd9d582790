import { expect, it } from "vitest";
import { backupWarning, isBackupDue } from "./backup";

const now = new Date("2026-11-23T12:00:00.000Z");
const ago = (hours: number) => new Date(now.getTime() - hours * 3_600_000).toISOString();

it.each([
  ["there was none yet", null, null, true],
  ["the last good one is a day old", ago(24), null, true],
  ["it is almost a day old", ago(23.9), null, false],
  ["it failed just now", null, ago(0.5), false],
  ["it failed an hour ago", null, ago(1), true],
  ["an old one, and the retry failed just now", ago(30), ago(0.2), false],
  ["the last good one comes from the future: the clock was wrong", ago(-30), null, true],
])("is due by the day: %s", (_, lastGoodAt, failedAt, expected) => {
  expect(isBackupDue({ lastGoodAt, failedAt }, 24, now)).toBe(expected);
});

it.each([
  ["nobody makes any", null, null, undefined, "not_set_up"],
  ["the server is about to make the first", null, null, 24, null],
  ["a command made one yesterday", ago(30), null, undefined, null],
  ["a command made the last one long ago", ago(50), null, undefined, "old"],
  ["the last is two days old by a daily schedule", ago(48.1), null, 24, "old"],
  ["the last one failed", ago(3), ago(1), 24, "failed"],
] as const)("warns, or not: %s", (_, lastGoodAt, failedAt, everyHours, expected) => {
  expect(backupWarning({ lastGoodAt, failedAt }, everyHours, now)).toBe(expected);
});
