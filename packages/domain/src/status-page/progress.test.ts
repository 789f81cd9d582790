import { describe, expect, it } from "vitest";
import { consentedStatuses, leadStatuses, openLeadStatuses } from "../leads/lead-status";
import { type LeadForProgress, progressOf, progressSteps } from "./progress";

const now = new Date("2026-09-03T12:00:00.000Z");
const createdAt = "2026-09-03T10:00:00.000Z";
const lead: LeadForProgress = {
  status: "new",
  statusSince: createdAt,
  createdAt,
  firstContactAt: null,
  lastAttemptAt: null,
  consentWithdrawnAt: null,
  promiseHours: 24,
  questionsSince: null,
  screenedAt: null,
  eligibleAt: null,
  visitHeldAt: null,
};
const spokenAt = "2026-09-03T11:00:00.000Z";
const askedAt = "2026-09-03T11:30:00.000Z";

describe("progressOf", () => {
  it("waits for the first contact from the very first minute", () => {
    expect(progressOf(lead, now)).toEqual({
      done: [{ step: "received", at: createdAt }],
      now: "first_contact",
      ahead: ["questions", "doctor", "visit"],
      end: null,
      hasConsented: false,
      waiting: { since: createdAt, isLate: false, lastTriedAt: null },
    });
  });

  it("says that it is late, and when the team last tried", () => {
    const late = { ...lead, status: "contacting", createdAt: "2026-09-01T10:00:00.000Z" } as const;
    expect(progressOf({ ...late, lastAttemptAt: spokenAt }, now).waiting).toEqual({
      since: "2026-09-01T10:00:00.000Z",
      isLate: true,
      lastTriedAt: spokenAt,
    });
  });

  it("waits for nobody once the two have spoken", () => {
    const progress = progressOf({ ...lead, status: "contacting", firstContactAt: spokenAt }, now);
    expect(progress.done.at(-1)).toEqual({ step: "first_contact", at: spokenAt });
    expect(progress).toMatchObject({ now: "questions", waiting: null });
  });

  it("takes questions under way for a sign that they have spoken, logged or not", () => {
    const progress = progressOf({ ...lead, status: "pre_screening", questionsSince: askedAt }, now);
    expect(progress.done.at(-1)).toEqual({ step: "first_contact", at: null });
    expect(progress).toMatchObject({ now: "questions", waiting: null });
  });

  it.each([
    ["declined", "declined"],
    ["could_not_reach", "could_not_reach"],
    ["pre_screen_failure", "not_suitable"],
    ["invalid", "closed"],
  ] as const)("ends %s as %s, with what was done until then and nothing ahead", (status, how) => {
    const progress = progressOf({ ...lead, status, questionsSince: askedAt }, now);
    expect(progress).toMatchObject({ now: null, ahead: [], waiting: null });
    expect(progress.end).toEqual({ how, at: createdAt });
    expect(progress.done.map(({ step }) => step)).toEqual([
      "received",
      "first_contact",
      "questions",
    ]);
  });

  it("names the person's own withdrawal before any status", () => {
    for (const status of leadStatuses) {
      const progress = progressOf({ ...lead, status, consentWithdrawnAt: askedAt }, now);
      const isInStudy = consentedStatuses.includes(status);
      const how = isInStudy ? "withdrawn_in_study" : "withdrawn";
      expect(progress.end).toEqual({ how, at: askedAt });
    }
  });

  it.each([
    ["investigator_review", "doctor", ["visit"]],
    ["visit_scheduled", "visit", []],
    ["in_screening", "visit", []],
  ] as const)("is true of %s: %s is under way", (status, step, ahead) => {
    const later = {
      ...{ ...lead, status, firstContactAt: spokenAt, questionsSince: askedAt },
      ...{ screenedAt: "2026-09-03T11:40:00.000Z", eligibleAt: "2026-09-03T11:50:00.000Z" },
    };
    const progress = progressOf(later, now);
    expect(progress).toMatchObject({ now: step, ahead, end: null, waiting: null });
    expect(progress.hasConsented).toBe(status === "in_screening");
    const doctor = { step: "doctor", at: later.eligibleAt };
    expect(progress.done.slice(1)).toEqual([
      { step: "first_contact", at: spokenAt },
      { step: "questions", at: later.screenedAt },
      ...(step === "visit" ? [doctor] : []),
    ]);
  });

  it("goes back to the questions when an investigator asks for more", () => {
    const returned = { ...lead, status: "pre_screening", questionsSince: askedAt } as const;
    const progress = progressOf({ ...returned, screenedAt: askedAt }, now);
    expect(progress).toMatchObject({ now: "questions", ahead: ["doctor", "visit"] });
  });

  it.each([
    ["enrolled", "takes_part"],
    ["screen_failure", "not_suitable"],
    ["withdrawn", "left_study"],
  ] as const)("ends %s as %s, after a first visit, without a reason", (status, how) => {
    const ended = { ...lead, status, firstContactAt: spokenAt, eligibleAt: askedAt };
    const progress = progressOf(ended, now);
    expect(progress.end).toEqual({ how, at: createdAt });
    expect(progress.done.at(-1)).toEqual({ step: "visit", at: null });
  });

  it("has every step exactly once while a request is open", () => {
    for (const status of openLeadStatuses) {
      const { done, now: current, ahead } = progressOf({ ...lead, status }, now);
      expect([...done.map(({ step }) => step), current, ...ahead]).toEqual([...progressSteps]);
    }
  });
});
