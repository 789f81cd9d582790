import { expect, it } from "vitest";
import { watchAttendance } from "./attendance";

it("knows that somebody is there for five minutes after each sign of them", () => {
  const screen = new EventTarget();
  let now = 0;
  const isAttended = watchAttendance(screen, () => now);
  now = 299_999;
  expect(isAttended()).toBe(true);
  now = 300_000;
  expect(isAttended()).toBe(false);
  screen.dispatchEvent(new Event("keydown"));
  expect(isAttended()).toBe(true);
  now = 600_000;
  expect(isAttended()).toBe(false);
});
