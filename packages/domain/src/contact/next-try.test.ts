import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { contactOutcomes } from "./contact-attempt";
import { type AnswerCount, answerRate, dayKinds, type LeadForNextTry, nextTry } from "./next-try";
import { localTime } from "./quiet-hours";

/** Tuesday, ten in the morning in Berlin. */
const now = new Date("2026-11-24T09:00:00Z");
const lead: LeadForNextTry = {
  timeZone: "Europe/Berlin",
  siteTimeZone: "Europe/Berlin",
  attempts: [],
  preference: { channel: null, hours: null },
};

/** A site whose people answer at noon and never in the evening. */
const noonPeople: AnswerCount[] = [9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19].map((hour) => ({
  dayKind: "weekday",
  hour,
  tried: 100,
  reached: hour === 12 || hour === 13 ? 80 : 10,
}));

const missedAt = (...times: string[]) =>
  times.map((at) => ({ at, channel: "phone", outcome: "no_answer" }) as const);

describe("nextTry", () => {
  it("tries the evening while a site has no calls of its own, and says so", () => {
    const found = nextTry(lead, "no_answer", [], now);
    expect(found?.at.toISOString()).toBe("2026-11-24T17:00:00.000Z");
    expect(found?.why).toContain("too few calls yet");
  });

  it("tries when people here pick up, and says so", () => {
    // Called at six in the evening, so that noon is another time of day.
    const evening = new Date("2026-11-24T17:00:00Z");
    expect(nextTry(lead, "no_answer", noonPeople, evening)).toEqual({
      at: new Date("2026-11-25T11:00:00Z"),
      why: "People here pick up most between 12 and 14.",
    });
  });

  it("leaves the hours at which this person did not answer", () => {
    const tried = missedAt("2026-11-23T11:30:00Z", "2026-11-20T12:10:00Z", "2026-11-19T11:10:00Z");
    const people = noonPeople.map((each) => (each.hour === 17 ? { ...each, reached: 60 } : each));
    const found = nextTry({ ...lead, attempts: tried }, "no_answer", people, now);
    expect(localTime("Europe/Berlin", found?.at ?? now).hour).toBe(17);
    expect(found?.why).toBe("Another time of day than before: people here also pick up around 17.");
  });

  it("keeps to the person's wish", () => {
    const wishes = { ...lead, preference: { channel: null, hours: "morning" } } as const;
    const found = nextTry(wishes, "no_answer", noonPeople, now);
    expect(localTime("Europe/Berlin", found?.at ?? now).hour).toBeLessThan(12);
    expect(found?.why).toBe("They wish to be called in the morning.");
  });

  it("calls at weekends only where the desk has done so before", () => {
    const friday = new Date("2026-11-27T17:00:00Z");
    const day = (history: readonly AnswerCount[]) =>
      nextTry(lead, "no_answer", history, friday)?.at.getUTCDay();
    expect(day(noonPeople)).toBe(1);
    const weekend = { dayKind: "weekend", hour: 11, tried: 60, reached: 55 } as const;
    expect(day([...noonPeople, weekend])).toBe(6);
  });

  it("says nothing where a person decides", () => {
    expect(nextTry(lead, "reached", noonPeople, now)).toBeUndefined();
    expect(nextTry(lead, "wrong_number", noonPeople, now)).toBeUndefined();
  });

  const zones = fc.constantFrom(...Intl.supportedValuesOf("timeZone"));
  it("is always to come, within days, and never at night where the person lives", () => {
    const counts = fc.array(
      fc
        .record({
          dayKind: fc.constantFrom(...dayKinds),
          hour: fc.integer({ min: 0, max: 23 }),
          tried: fc.integer({ min: 0, max: 500 }),
          share: fc.double({ min: 0, max: 1, noNaN: true }),
        })
        .map(({ share, ...count }) => ({ ...count, reached: Math.floor(count.tried * share) })),
      { maxLength: 20 },
    );
    const whenever = fc.date({
      min: new Date("2024-01-01"),
      max: new Date("2030-01-01"),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(
        fc.constantFrom(...contactOutcomes),
        counts,
        whenever,
        zones,
        zones,
        (outcome, history, at, timeZone, siteTimeZone) => {
          const found = nextTry({ ...lead, timeZone, siteTimeZone }, outcome, history, at);
          if (!found) return;
          expect(found.at.getTime()).toBeGreaterThan(at.getTime());
          expect(found.at.getTime() - at.getTime()).toBeLessThan(6 * 24 * 3_600_000);
          const { hour } = localTime(timeZone, found.at);
          expect(hour >= 8 && hour < 21).toBe(true);
          expect(found.why).toMatch(/\.$/);
        },
      ),
    );
  });
});

it("leans on what is known of people until a site's own calls outweigh it", () => {
  const slot = { dayKind: "weekday", hour: 18 } as const;
  expect(answerRate([], slot)).toBeCloseTo(0.4);
  expect(answerRate([{ ...slot, tried: 2, reached: 0 }], slot)).toBeGreaterThan(0.35);
  expect(answerRate([{ ...slot, tried: 1000, reached: 900 }], slot)).toBeGreaterThan(0.85);
});
