import { describe, expect, it } from "vitest";
import { nextStep, waiting } from "./next-step";

const now = new Date("2026-11-22T12:00:00.000Z");
const fresh = {
  status: "new",
  followUpAt: null,
  followUpNote: null,
  attemptCount: 0,
  doNotContact: false,
  erasedAt: null,
  statusSince: "2026-11-21T10:00:00.000Z",
  isPastPromise: true,
} as const;

describe("the next step", () => {
  it("is a first call for a lead that nobody tried to reach", () => {
    expect(nextStep(fresh, now)).toEqual({ words: "Call first", tone: "plain" });
  });

  it("is the follow-up with its note, and late once its time has come", () => {
    const planned = { ...fresh, followUpAt: "2026-11-25T12:00:00.000Z", followUpNote: "report" };
    expect(nextStep(planned, now).words).toMatch(/^Wed \d\d:00 — report$/);
    const due = nextStep({ ...fresh, followUpAt: "2026-11-22T11:00:00.000Z" }, now);
    expect(due.tone).toBe("late");
    expect(due.words).toMatch(/^Due \d\d:00$/);
  });

  it("is none for a person who was erased, and says since when", () => {
    const erased = { ...fresh, doNotContact: true, erasedAt: "2026-11-20T12:00:00.000Z" };
    expect(nextStep(erased, now)).toMatchObject({ words: "Erased 20 Nov", tone: "quiet" });
  });

  it("never asks to call somebody who asked for silence, nor for a lead that is none", () => {
    expect(nextStep({ ...fresh, doNotContact: true }, now).words).toBe("Do not contact");
    expect(nextStep({ ...fresh, status: "invalid" }, now).words).toBe("—");
    expect(nextStep({ ...fresh, status: "declined" }, now).words).toBe("—");
  });

  it.each([
    ["pre_screening", "Ask the questions"],
    ["investigator_review", "The investigator decides"],
    ["visit_scheduled", "Plan the visit"],
    ["in_screening", "Being screened"],
    ["enrolled", "—"],
    ["screen_failure", "—"],
    ["withdrawn", "—"],
  ] as const)("is what a lead in %s waits for, called before or not: %s", (status, words) => {
    expect(nextStep({ ...fresh, status }, now).words).toBe(words);
    const due = { ...fresh, status, attemptCount: 2, followUpAt: "2026-11-22T11:00:00.000Z" };
    expect(nextStep(due, now).words).toMatch(/^Due/);
  });

  it("says so when an open lead has none", () => {
    const tried = { ...fresh, status: "contacting", attemptCount: 2 } as const;
    expect(nextStep(tried, now).words).toBe("No follow-up");
  });
});

describe("waiting", () => {
  it("counts from when the lead came to where it stands, and is late past the promise", () => {
    expect(waiting(fresh, now)).toMatchObject({ words: "26 h · late", tone: "late" });
    const moved = { ...fresh, isPastPromise: false, statusSince: "2026-11-19T09:00:00.000Z" };
    expect(waiting(moved, now)).toMatchObject({ words: "3 d", tone: "plain" });
  });

  it("says late alone where the last step was a moment ago, never that nothing is late", () => {
    const moved = { ...fresh, status: "contacting", statusSince: now.toISOString() } as const;
    expect(waiting(moved, now)).toMatchObject({ words: "Late", tone: "late" });
    expect(waiting({ ...moved, isPastPromise: false }, now)).toMatchObject({ words: "0 min" });
  });

  it("is over for closed leads", () => {
    expect(waiting({ ...fresh, status: "declined" }, now).words).toBe("—");
  });
});
