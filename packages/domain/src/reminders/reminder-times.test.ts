import { expect, it } from "vitest";
import { remindedPeople, reminderWindow } from "./reminder-times";

it.each([
  ["2026-09-01T12:00:00.000Z", "2026-09-01T12:00:00.000Z"],
  ["2026-09-01T12:14:59.999Z", "2026-09-01T12:00:00.000Z"],
  ["2026-09-01T12:15:00.000Z", "2026-09-01T12:15:00.000Z"],
])("at %s reminds of what fell due until %s", (now, until) => {
  expect(reminderWindow(new Date(now)).until).toBe(until);
});

const team = [
  { userId: "kim", roles: ["coordinator"] },
  { userId: "bo", roles: ["admin"] },
];

it("reminds the owner while they work there, else the coordinators, else the admins", () => {
  expect(remindedPeople("bo", team)).toEqual(["bo"]);
  expect(remindedPeople(null, team)).toEqual(["kim"]);
  expect(remindedPeople("gone", team)).toEqual(["kim"]);
  expect(remindedPeople(null, team.slice(1))).toEqual(["bo"]);
  expect(remindedPeople(null, [])).toEqual([]);
});
