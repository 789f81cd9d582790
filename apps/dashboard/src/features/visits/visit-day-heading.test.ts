import { expect, it } from "vitest";
import { visitDayHeading } from "./visit-day-heading";

const now = new Date(2026, 10, 22, 23, 30);

it.each([
  ["2026-11-22", "Today, Sunday 22 November"],
  ["2026-11-23", "Tomorrow, Monday 23 November"],
  ["2026-11-27", "Friday 27 November"],
  ["2027-01-04", "Monday 4 January 2027"],
])("%s is headed %s", (day, words) => {
  expect(visitDayHeading(day, now)).toBe(words);
});
