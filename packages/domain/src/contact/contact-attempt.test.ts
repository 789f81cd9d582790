import { describe, expect, it } from "vitest";
import { leadStatuses, openLeadStatuses } from "../leads/lead-status";
import {
  type ContactOutcome,
  changesAfterAttempt,
  contactOutcomes,
  isContactMade,
  type LeadForAttempt,
  suggestNextTry,
} from "./contact-attempt";

const at = new Date("2026-09-01T12:00:00.000Z");

/** Whether the two have spoken, and hours until the next try that is set by itself. */
const meaning: Readonly<Record<ContactOutcome, [spoken: boolean, hours: number | undefined]>> = {
  reached: [true, undefined],
  left_voicemail: [false, 44],
  no_answer: [false, 20],
  busy: [false, 1],
  wrong_number: [false, undefined],
  undeliverable: [false, undefined],
  message_sent: [false, 44],
  replied: [true, undefined],
  callback_requested: [true, 24],
  do_not_contact: [true, undefined],
};

describe("a contact attempt", () => {
  it.each(contactOutcomes)("%s means what it says for the next step", (outcome) => {
    const [spoken, hours] = meaning[outcome];
    expect(isContactMade(outcome)).toBe(spoken);
    const next = suggestNextTry(outcome, at, "UTC");
    expect(next && (next.getTime() - at.getTime()) / 3_600_000).toBe(hours);
  });

  it.each([
    ["busy", "Asia/Shanghai", "2026-09-01T13:30:00.000Z", "2026-09-02T01:00:00.000Z"],
    ["no_answer", "America/Chicago", "2026-09-01T13:30:00.000Z", "2026-09-02T14:00:00.000Z"],
    ["no_answer", "Europe/Madrid", "2026-09-01T07:30:00.000Z", "2026-09-02T07:00:00.000Z"],
  ] as const)("suggests no call at night after %s in %s", (outcome, timeZone, called, next) => {
    expect(suggestNextTry(outcome, new Date(called), timeZone)?.toISOString()).toBe(next);
  });

  const fresh: LeadForAttempt = {
    status: "new",
    ownerId: null,
    attemptCount: 0,
    firstContactAt: null,
    followUpNote: "ask about medicines",
    timeZone: "UTC",
  };

  it("moves a new lead on, gives it to the caller and sets the usual next try", () => {
    expect(changesAfterAttempt(fresh, { outcome: "no_answer" }, "ada", at)).toEqual({
      status: "contacting",
      statusSince: at.toISOString(),
      statusReason: null,
      ownerId: "ada",
      attemptCount: 1,
      lastAttemptAt: at.toISOString(),
      firstContactAt: null,
      followUpAt: "2026-09-02T08:00:00.000Z",
      followUpNote: "ask about medicines",
    });
  });

  it("moves no other lead, and plans no next try for one that is closed", () => {
    for (const status of leadStatuses.filter((each) => each !== "new")) {
      const changes = changesAfterAttempt({ ...fresh, status }, { outcome: "busy" }, "ada", at);
      expect(changes).not.toHaveProperty("status");
      expect(changes.followUpAt !== null).toBe(openLeadStatuses.includes(status));
    }
  });

  it("takes the chosen time, and none when none was wanted", () => {
    const chosen = "2026-12-01T09:00:00.000Z";
    const planned = (nextTryAt: string | null) =>
      changesAfterAttempt(fresh, { outcome: "busy", nextTryAt }, "ada", at).followUpAt;
    expect(planned(chosen)).toBe(chosen);
    expect(planned(null)).toBeNull();
  });

  it("notes that the two have spoken, and leaves somebody else's lead with them", () => {
    const owned = { ...fresh, status: "pre_screening", ownerId: "mei" } as const;
    const changes = changesAfterAttempt(owned, { outcome: "reached" }, "ada", at);
    expect(changes).toMatchObject({ firstContactAt: at.toISOString(), followUpNote: null });
    expect(changes).not.toHaveProperty("ownerId");
  });

  it("plans nothing for somebody who asked for silence", () => {
    const asked = { outcome: "do_not_contact", nextTryAt: "2026-12-01T09:00:00.000Z" } as const;
    expect(changesAfterAttempt(fresh, asked, "ada", at)).toMatchObject({
      doNotContact: true,
      followUpAt: null,
    });
  });
});
