import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { consentedStatuses, leadStatuses } from "../leads/lead-status";
import {
  addMonths,
  closedStatuses,
  dueAt,
  isDue,
  isKeptByDuty,
  type LeadForRetention,
  marginMs,
  noRule,
  type RetentionRule,
  restingConsented,
} from "./retention-rule";

const dayMs = 86_400_000;
const rule: RetentionRule = {
  closedMonths: 6,
  consentedMonths: 12,
  recordsKeptUntil: "2030-06-30",
};
const closed: LeadForRetention = {
  status: "declined",
  statusSince: "2026-01-31T10:00:00.000Z",
  enrolledAt: null,
  lastMessageAt: null,
  followUpAt: null,
};

describe("the retention clock", () => {
  it("erases nobody where it is off, and nobody whose lead is open or has a next step", () => {
    for (const status of leadStatuses) expect(dueAt({ ...closed, status }, noRule)).toBeNull();
    const resting: readonly string[] = [...closedStatuses, ...restingConsented];
    for (const status of leadStatuses) {
      expect(dueAt({ ...closed, status }, rule) !== null).toBe(resting.includes(status));
    }
    expect(dueAt({ ...closed, followUpAt: "2026-02-03T10:00:00.000Z" }, rule)).toBeNull();
  });

  it("counts from the last that happened: the close, or a later message", () => {
    expect(dueAt(closed, rule)).toBe("2026-07-31T10:00:00.000Z");
    expect(dueAt({ ...closed, lastMessageAt: "2026-03-05T08:00:00.000Z" }, rule)).toBe(
      "2026-09-05T08:00:00.000Z",
    );
    // September has 30 days: never a day too few.
    expect(addMonths("2026-03-31T10:00:00.000Z", 6)).toBe("2026-10-01T10:00:00.000Z");
    expect(addMonths("2026-01-30T10:00:00.000Z", 1)).toBe("2026-03-01T10:00:00.000Z");
  });

  it("keeps whoever consented until the records’ last day is over everywhere, whatever the months say", () => {
    const enrolled = { ...closed, status: "enrolled", enrolledAt: closed.statusSince } as const;
    expect(dueAt(enrolled, rule)).toBe("2030-07-01T12:00:00.000Z");
    expect(dueAt(enrolled, { ...rule, recordsKeptUntil: null })).toBeNull();
    // Whoever means "for ever" types the last day that there is: as text, the next one stands before all others.
    const forEver = { ...rule, recordsKeptUntil: "9999-12-31" };
    expect(isDue(enrolled, forEver, new Date("2099-01-01T00:00:00Z"))).toBe(false);
    for (const status of leadStatuses) {
      const isKept = isKeptByDuty({ status }, rule, new Date("2030-07-02T11:59:59Z"));
      expect(isKept).toBe(consentedStatuses.includes(status));
      expect(isKeptByDuty({ status }, rule, new Date("2030-07-02T12:00:00Z"))).toBe(false);
    }
  });

  it("erases nobody early although the clock is up to a day wrong, either way", () => {
    const instants = fc
      .date({ min: new Date("2020-01-01"), max: new Date("2035-01-01"), noInvalidDate: true })
      .map((at) => at.toISOString());
    fc.assert(
      fc.property(
        instants,
        fc.option(instants, { nil: null }),
        fc.constantFrom(...leadStatuses),
        fc.integer({ min: 1, max: 36 }),
        instants,
        fc.integer({ min: -dayMs, max: dayMs }),
        (statusSince, lastMessageAt, status, months, now, wrongBy) => {
          const lead = { ...closed, status, statusSince, lastMessageAt };
          const asked = { ...rule, closedMonths: months, consentedMonths: months };
          const truth = Date.parse(now);
          if (!isDue(lead, asked, new Date(truth + wrongBy))) return;
          const due = dueAt(lead, asked);
          expect(due).not.toBeNull();
          expect(truth).toBeGreaterThanOrEqual(Date.parse(due ?? ""));
        },
      ),
    );
    expect(marginMs).toBeGreaterThanOrEqual(dayMs);
  });
});
