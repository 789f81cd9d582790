import { describe, expect, it } from "vitest";
import { hourFit } from "../contact/good-hour";
import { momentAt } from "../leads/local-day";
import { type LeadForSkip, skipLeadInput, skipOf } from "./skip-lead";

const shanghai: LeadForSkip = {
  timeZone: "Asia/Shanghai",
  siteTimeZone: "America/Chicago",
  contactHours: null,
};
/** 10:00 in Shanghai, 21:00 of the day before in Chicago. */
const now = new Date("2026-09-01T02:00:00.000Z");
const until = (...args: Parameters<typeof skipOf>) => skipOf(...args).until.toISOString();

describe("a skipped lead comes back", () => {
  it("in an hour for whoever skipped it when it is just not now", () => {
    expect(skipOf("not_now", shanghai, now)).toEqual({
      until: new Date("2026-09-01T03:00:00.000Z"),
      forAll: false,
    });
  });

  it.each([
    ["three hours later", null, now, "2026-09-01T05:00:00.000Z"],
    ["not at night", null, new Date("2026-09-01T12:00:00.000Z"), "2026-09-02T01:00:00.000Z"],
    ["this afternoon, as wished", "afternoon", now, "2026-09-01T04:00:00.000Z"],
    ["tomorrow morning, as wished", "morning", now, "2026-09-02T00:00:00.000Z"],
    ["any time", "any", now, "2026-09-01T05:00:00.000Z"],
  ] as const)("at a better time of the person's day: %s", (_, contactHours, at, expected) => {
    expect(until("wrong_time", { ...shanghai, contactHours }, at)).toBe(expected);
  });

  it("tomorrow at nine of the site when somebody is waited for, for everybody", () => {
    expect(skipOf("waiting", shanghai, now)).toEqual({
      until: new Date("2026-09-01T14:00:00.000Z"),
      forAll: true,
    });
  });

  it("on the right hour of a day on which the clocks change", () => {
    const before = new Date("2026-10-31T18:00:00.000Z");
    expect(momentAt("America/Chicago", before, 1, 9).toISOString()).toBe(
      "2026-11-01T15:00:00.000Z",
    );
  });
});

it("asks who gets a lead that is handed over, and nobody otherwise", () => {
  const skip = { leadId: 1, expectedVersion: 1 };
  const accepts = (input: object) => skipLeadInput.safeParse({ ...skip, ...input }).success;
  expect(accepts({ reason: "not_mine" })).toBe(false);
  expect(accepts({ reason: "not_mine", toUserId: null })).toBe(true);
  expect(accepts({ reason: "language", toUserId: "kim" })).toBe(true);
  expect(accepts({ reason: "waiting" })).toBe(true);
  expect(accepts({ reason: "waiting", toUserId: "kim" })).toBe(false);
});

it("tells a person's good hours from their bad ones by the clock where they live", () => {
  const fit = (contactHours: LeadForSkip["contactHours"]) =>
    hourFit({ timeZone: "Asia/Shanghai", contactHours }, now);
  expect([fit("morning"), fit("evening"), fit("any"), fit(null)]).toEqual([
    "good",
    "bad",
    "any",
    "any",
  ]);
});
