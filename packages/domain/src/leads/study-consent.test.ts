import { describe, expect, it } from "vitest";
import { consentDayProblem, consentDays, studyConsentSchema } from "./study-consent";

// Evening of the 1st in Chicago, the 2nd by UTC.
const lead = { createdAt: "2026-09-02T03:00:00.000Z", siteTimeZone: "America/Chicago" };
const days = consentDays(lead, new Date("2026-09-16T04:00:00.000Z"));

describe("the day of consent", () => {
  it("lies between the lead's coming and today, by the site's calendar", () => {
    expect(days).toEqual({ first: "2026-09-01", last: "2026-09-15" });
  });

  it.each([
    ["2026-08-31", "before the lead came"],
    ["2026-09-01", undefined],
    ["2026-09-15", undefined],
    ["2026-09-16", "still to come"],
  ])("%s: %s", (day, problem) => {
    if (problem) expect(consentDayProblem(day, days)).toContain(problem);
    else expect(consentDayProblem(day, days)).toBeUndefined();
  });

  it("is no day that there is not, and needs the form's version", () => {
    const given = (on: string, formVersion: string) =>
      studyConsentSchema.safeParse({ on, formVersion }).success;
    expect(given("2026-09-15", "3.0")).toBe(true);
    expect(given("2026-02-30", "3.0")).toBe(false);
    expect(given("2026-09-15", " \u200b ")).toBe(false);
  });
});
