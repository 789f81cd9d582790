import { contactCaps, type MayContact } from "@studydesk/domain/contact/may-contact";
import { describe, expect, it } from "vitest";
import { gateWords } from "./gate-words";

/** By the clock on this desk's wall, wherever the test runs. */
const here = (day: number, hours: number) => new Date(2026, 8, day, hours);
const now = here(1, 14);
const quiet = "It is 22:31 where they live: quiet hours until 8:00.";

const gate = (gate: Partial<MayContact>): MayContact => ({
  ...{ answer: "ask", reason: "quiet_hours", sentence: quiet, opensAt: null },
  ...gate,
});

describe("what the contact gate says", () => {
  it("is its own sentence where it does not open by itself", () => {
    const sentence = "They asked not to be contacted.";
    expect(gateWords(gate({ answer: "no", reason: "do_not_contact", sentence }), now)).toBe(
      sentence,
    );
  });

  it("says when quiet hours end by the clock here, unless it is the hour that was named", () => {
    const opensAt = (at: Date) => gate({ opensAt: at.toISOString() });
    expect(gateWords(opensAt(here(1, 22)), now)).toBe(`${quiet} That is today 22:00 here.`);
    expect(gateWords(opensAt(here(2, 3)), now)).toBe(`${quiet} That is tomorrow 03:00 here.`);
    expect(gateWords(opensAt(here(2, 8)), now)).toBe(quiet);
  });

  it("says when another call is not too many any more, at eight, too", () => {
    const sentence = `Called ${contactCaps.callsPerDay} times in 24 hours.`;
    const capped = gate({ reason: "too_many_today", sentence, opensAt: here(2, 8).toISOString() });
    expect(gateWords(capped, now)).toBe(`${sentence} Free again tomorrow 08:00.`);
  });
});
