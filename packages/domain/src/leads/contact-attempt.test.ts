import { describe, expect, it } from "vitest";
import {
  type ContactOutcome,
  contactOutcomes,
  isContactMade,
  statusAfterAttempt,
  suggestNextTry,
} from "./contact-attempt";
import { leadStatuses } from "./lead-status";

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
    const next = suggestNextTry(outcome, at);
    expect(next && (next.getTime() - at.getTime()) / 3_600_000).toBe(hours);
  });

  it("moves a new lead to contacting and no other anywhere", () => {
    for (const status of leadStatuses) {
      expect(statusAfterAttempt(status)).toBe(status === "new" ? "contacting" : status);
    }
  });
});
