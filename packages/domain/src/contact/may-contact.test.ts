import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { leadStatuses } from "../leads/lead-status";
import type { ContactChannel, ContactOutcome } from "./contact-attempt";
import { isLetThrough, type LeadForContact, mayContact } from "./may-contact";
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

  const at = (minutes: number) => new Date(noon.getTime() - minutes * 60_000).toISOString();
  const noon = new Date("2026-09-01T12:00:00.000Z");
  const made = (channel: ContactChannel, outcome: ContactOutcome, ...minutesAgo: number[]) =>
    minutesAgo.map((minutes) => ({ at: at(minutes), channel, outcome }));
  const hour = 60;
  const day = 24 * hour;

  it("asks before a fourth call within 24 hours, and says when it opens again", () => {
    const attempts = made("phone", "no_answer", 1 * hour, 4 * hour, 23 * hour, 25 * hour);
    expect(mayContact({ ...lead, attempts }, noon)).toEqual({
      answer: "ask",
      reason: "too_many_today",
      sentence: "Called 3 times within 24 hours. More than that presses people.",
      opensAt: "2026-09-01T13:00:00.000Z",
    });
    expect(mayContact({ ...lead, attempts: attempts.slice(1) }, noon).answer).toBe("yes");
    // A mail is another matter.
    expect(mayContact({ ...lead, attempts }, noon, "email").answer).toBe("yes");
  });

  it("asks before an eighth call within seven days", () => {
    const attempts = made("phone", "busy", ...[1, 2, 3, 4, 5, 6, 6.5].map((days) => days * day));
    expect(mayContact({ ...lead, attempts }, noon)).toMatchObject({
      answer: "ask",
      reason: "too_many_this_week",
      opensAt: "2026-09-02T00:00:00.000Z",
    });
  });

  it("asks after eight tries without an answer, and counts anew from each answer", () => {
    const days = [10, 12, 14, 16, 18, 20, 22, 24].map((each) => each * day);
    const attempts = made("phone", "no_answer", ...days);
    expect(mayContact({ ...lead, attempts }, noon)).toMatchObject({
      answer: "ask",
      reason: "too_many_in_all",
      opensAt: null,
    });
    expect(mayContact({ ...lead, attempts }, noon, "email").reason).toBe("too_many_in_all");
    const answered = [...attempts.slice(0, 5), ...made("phone", "reached", 21 * day)];
    expect(mayContact({ ...lead, attempts: answered }, noon).answer).toBe("yes");
  });

  it("asks before a third written message within 24 hours, and lets a mail go at night", () => {
    const attempts = [
      ...made("email", "message_sent", hour),
      ...made("text_message", "message_sent", 2 * hour),
    ];
    expect(mayContact({ ...lead, attempts }, noon, "email")).toMatchObject({
      answer: "ask",
      reason: "too_many_today",
      sentence: "Written to twice within 24 hours. More than that presses people.",
    });
    const night = new Date("2026-09-01T02:00:00.000Z");
    expect(mayContact(lead, night, "email").answer).toBe("yes");
    expect(mayContact(lead, night, "text_message").reason).toBe("quiet_hours");
    // What the person sent us is none of our messages.
    const wrote = [...attempts.slice(0, 1), ...made("email", "replied", 30)];
    expect(mayContact({ ...lead, attempts: wrote }, noon, "email").answer).toBe("yes");
  });

  it("knows no night at the hour that the person asked for", () => {
    const night = new Date("2026-09-01T22:30:00.000Z");
    const attempts = made("phone", "callback_requested", day);
    const asked = { ...lead, attempts, followUpAt: "2026-09-01T22:45:00.000Z" };
    expect(mayContact(asked, night).answer).toBe("yes");
    expect(mayContact({ ...asked, followUpAt: "2026-09-02T10:00:00.000Z" }, night)).toMatchObject({
      answer: "ask",
      reason: "quiet_hours",
      opensAt: "2026-09-02T08:00:00.000Z",
    });
  });

  it("asks before another way than the one that was wished for, until that was tried", () => {
    const preference = { channel: "email", hours: null } as const;
    expect(mayContact({ ...lead, preference }, noon)).toMatchObject({
      answer: "ask",
      reason: "wished_channel",
      sentence: "Wishes to be written to by e-mail, and that was not tried yet.",
    });
    expect(mayContact({ ...lead, preference }, noon, "email").answer).toBe("yes");
    const attempts = made("email", "message_sent", 2 * day);
    expect(mayContact({ ...lead, preference, attempts }, noon).answer).toBe("yes");
  });

  it("lets through what has a reason, and never what the person forbade", () => {
    const night = mayContact(lead, new Date("2026-09-01T02:00:00.000Z"));
    expect(isLetThrough(night, { outcome: "no_answer" })).toBe(false);
    expect(isLetThrough(night, { outcome: "no_answer", despite: "they_asked" })).toBe(true);
    // What they want is never kept from being logged.
    expect(isLetThrough(night, { outcome: "do_not_contact" })).toBe(true);
    expect(isLetThrough(night, { outcome: "replied" })).toBe(true);
    const silenced = mayContact({ ...lead, doNotContact: true }, noon);
    expect(isLetThrough(silenced, { outcome: "replied", despite: "they_got_in_touch" })).toBe(
      false,
    );
    const declined = mayContact({ ...lead, status: "declined" }, noon);
    expect(isLetThrough(declined, { outcome: "reached", despite: "another" })).toBe(false);
    expect(isLetThrough(declined, { outcome: "reached", despite: "they_got_in_touch" })).toBe(true);
  });
});
