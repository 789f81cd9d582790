import { describe, expect, it } from "vitest";
import { followUpAfter, followUpOnceOver } from "./visit-follow-up";

const now = new Date("2026-09-01T12:00:00.000Z");
const lead = { status: "visit_scheduled", followUpAt: null, followUpNote: null } as const;
const visit = { startsAt: "2026-09-15T15:00:00.000Z", minutes: 90 };
const own = { followUpAt: "2026-09-05T12:00:00.000Z", followUpNote: "Call the daughter" };

describe("the follow-up of a visit", () => {
  it("asks how it went once it is over", () => {
    expect(followUpOnceOver(lead, visit, now)).toEqual({
      followUpAt: "2026-09-15T16:30:00.000Z",
      followUpNote: "Did the person come to the visit?",
    });
  });

  it.each([
    ["one that is due", { followUpAt: "2026-09-01T12:00:00.000Z", followUpNote: "Call" }],
    ["that of another visit", { ...own, followUpNote: "Did the person come to the visit?" }],
  ])("takes the place of %s", (_, before) => {
    expect(followUpOnceOver({ ...lead, ...before }, visit, now)).toBeDefined();
  });

  it("leaves one alone that somebody set for later", () => {
    expect(followUpOnceOver({ ...lead, ...own }, visit, now)).toBeUndefined();
    expect(followUpAfter({ ...lead, ...own }, "no_show", now)).toBeUndefined();
  });

  it.each([
    ["visit_scheduled", "held", /Record the consent/],
    ["visit_scheduled", "no_show", /arrange another/],
    ["visit_scheduled", "cancelled", /arrange another/],
    ["in_screening", "no_show", /arrange another/],
  ] as const)("proposes in %s, after %s, what comes next", (status, end, words) => {
    const next = followUpAfter({ ...lead, status }, end, now);
    expect(next?.followUpAt).toBe(now.toISOString());
    expect(next?.followUpNote).toMatch(words);
  });

  it("asks for nothing more during screening, and touches no lead that has gone elsewhere", () => {
    const nothing = { followUpAt: null, followUpNote: null };
    expect(followUpAfter({ ...lead, status: "in_screening" }, "held", now)).toEqual(nothing);
    expect(followUpAfter({ ...lead, status: "declined" }, "cancelled", now)).toBeUndefined();
  });
});
