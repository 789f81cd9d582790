import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { leadStatuses } from "./lead-status";
import { type LeadForContact, mayContact } from "./may-contact";
import { localTime, notAtNight } from "./quiet-hours";

const lead: LeadForContact = {
  status: "contacting",
  doNotContact: false,
  hasConsent: true,
  consentWithdrawnAt: null,
  timeZone: "UTC",
};

describe("mayContact", () => {
  it.each([
    ["2026-09-01T07:59:59.999Z", "UTC", "ask", "07:59"],
    ["2026-09-01T08:00:00.000Z", "UTC", "yes", "08:00"],
    ["2026-09-01T20:59:59.999Z", "UTC", "yes", "20:59"],
    ["2026-09-01T21:00:00.000Z", "UTC", "ask", "21:00"],
    ["2026-09-01T00:00:00.000Z", "UTC", "ask", "00:00"],
    ["2026-09-01T12:00:00.000Z", "America/Chicago", "ask", "07:00"],
    ["2026-09-01T13:00:00.000Z", "America/Chicago", "yes", "08:00"],
    ["2026-12-01T13:00:00.000Z", "America/Chicago", "ask", "07:00"],
    ["2026-09-01T12:00:00.000Z", "Asia/Shanghai", "yes", "20:00"],
    ["2026-09-01T13:00:00.000Z", "Asia/Shanghai", "ask", "21:00"],
    ["2026-09-01T02:30:00.000Z", "Asia/Kolkata", "yes", "08:00"],
    ["2026-09-01T02:15:00.000Z", "Asia/Kathmandu", "yes", "08:00"],
    ["2026-09-01T07:00:00.000Z", "Pacific/Kiritimati", "ask", "21:00"],
    // Clocks went forward that night: the hour between one and three is not there.
    ["2026-03-29T01:00:00.000Z", "Europe/Berlin", "ask", "03:00"],
    ["2026-03-29T06:00:00.000Z", "Europe/Berlin", "yes", "08:00"],
  ])("at %s in %s says %s (%s)", (at, timeZone, answer, time) => {
    const gate = mayContact({ ...lead, timeZone }, new Date(at));
    expect(gate.answer).toBe(answer);
    expect(gate.reason).toBe(answer === "yes" ? "ok" : "quiet_hours");
    expect(gate.sentence).toContain(time);
  });

  it.each([
    [
      {
        consentWithdrawnAt: "2026-09-01T00:00:00.000Z",
        doNotContact: true,
        hasConsent: false,
        status: "declined",
      },
      "consent_withdrawn",
    ],
    [{ doNotContact: true, hasConsent: false, status: "declined" }, "do_not_contact"],
    [{ hasConsent: false, status: "declined" }, "no_consent"],
    [{ status: "declined" }, "declined"],
  ] as const)("says no to %o at any hour, for the weightiest reason", (change, reason) => {
    for (const hour of ["03", "12"]) {
      const gate = mayContact({ ...lead, ...change }, new Date(`2026-09-01T${hour}:00:00.000Z`));
      expect(gate).toMatchObject({ answer: "no", reason });
      expect(gate.sentence).toMatch(/\.$/);
    }
  });

  it("moves what falls into the night to the morning after, and nothing by more than a night", () => {
    const zones = fc.constantFrom(...Intl.supportedValuesOf("timeZone"));
    const whenever = fc.date({
      min: new Date("2020-01-01"),
      max: new Date("2035-01-01"),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(zones, whenever, (zone, at) => {
        const moved = notAtNight(zone, at);
        const { hour } = localTime(zone, moved);
        expect(hour >= 8 && hour < 21).toBe(true);
        expect(moved.getTime() - at.getTime()).toBeLessThanOrEqual(12 * 3_600_000);
        expect(moved.getTime()).toBeGreaterThanOrEqual(at.getTime());
      }),
    );
  });

  it("never lets anybody call whom it must not, and never says yes at night, anywhere", () => {
    const anyone = fc.record({
      status: fc.constantFrom(...leadStatuses),
      doNotContact: fc.boolean(),
      hasConsent: fc.boolean(),
      consentWithdrawnAt: fc.constantFrom(null, "2026-09-01T00:00:00.000Z"),
      timeZone: fc.constantFrom(...Intl.supportedValuesOf("timeZone")),
    });
    const whenever = fc.date({
      min: new Date("2020-01-01"),
      max: new Date("2035-01-01"),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(anyone, whenever, (person, now) => {
        const { answer } = mayContact(person, now);
        const barred = person.doNotContact || !person.hasConsent || person.status === "declined";
        const { hour } = localTime(person.timeZone, now);
        expect(hour).toBeGreaterThanOrEqual(0);
        expect(hour).toBeLessThan(24);
        expect(answer).toBe(barred ? "no" : hour >= 8 && hour < 21 ? "yes" : "ask");
      }),
    );
  });
});
