import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { endOfDay } from "./local-day";

describe("endOfDay", () => {
  it.each([
    ["UTC", "2026-09-01T00:00:00.000Z", "2026-09-02T00:00:00.000Z"],
    ["UTC", "2026-09-01T23:59:59.999Z", "2026-09-02T00:00:00.000Z"],
    ["America/Chicago", "2026-09-01T12:00:00.000Z", "2026-09-02T05:00:00.000Z"],
    ["America/Chicago", "2026-09-01T04:59:59.999Z", "2026-09-01T05:00:00.000Z"],
    ["Asia/Shanghai", "2026-09-01T16:00:00.000Z", "2026-09-02T16:00:00.000Z"],
    ["Asia/Kathmandu", "2026-12-31T12:00:00.000Z", "2026-12-31T18:15:00.000Z"],
    // Days of 23 and of 25 hours.
    ["Europe/Berlin", "2026-03-29T00:30:00.000Z", "2026-03-29T22:00:00.000Z"],
    ["Europe/Berlin", "2026-10-25T00:30:00.000Z", "2026-10-25T23:00:00.000Z"],
    // Clocks put forward at midnight itself: the day begins at one o'clock.
    ["America/Santiago", "2026-09-05T20:00:00.000Z", "2026-09-06T04:00:00.000Z"],
    ["Africa/Cairo", "2026-04-23T12:00:00.000Z", "2026-04-23T22:00:00.000Z"],
  ])("in %s at %s is %s", (timeZone, now, end) => {
    expect(endOfDay(timeZone, new Date(now)).toISOString()).toBe(end);
  });

  it("is the first instant of another day, in every zone at any time", () => {
    const zones = fc.constantFrom(...Intl.supportedValuesOf("timeZone"));
    const times = fc.date({
      min: new Date("2020-01-01"),
      max: new Date("2035-01-01"),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(zones, times, (timeZone, now) => {
        const day = new Intl.DateTimeFormat("en", { timeZone, dateStyle: "short" });
        const end = endOfDay(timeZone, now);
        expect(end.getTime()).toBeGreaterThan(now.getTime());
        expect(day.format(end)).not.toBe(day.format(now));
        expect(day.format(end.getTime() - 1)).toBe(day.format(now));
      }),
      { numRuns: 500 },
    );
  });
});
