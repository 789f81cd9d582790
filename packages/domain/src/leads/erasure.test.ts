import { expect, it } from "vitest";
import { mayErase, withoutFreeText } from "./erasure";
import { consentedStatuses, leadStatuses } from "./lead-status";

it("erases a lead until the person agreed to take part, and never from then on", () => {
  for (const status of leadStatuses) {
    expect(mayErase({ status })).toBe(!consentedStatuses.includes(status));
  }
});

it("keeps what happened and drops what was written beside it", () => {
  const attempt = {
    kind: "contact_attempted",
    attemptId: 3,
    channel: "phone",
    outcome: "reached",
  } as const;
  expect(withoutFreeText({ ...attempt, note: "Her daughter answered." })).toEqual({
    ...attempt,
    note: null,
  });
  const followUp = { kind: "follow_up_set", from: null, to: "2026-09-01T12:00:00.000Z" } as const;
  expect(withoutFreeText({ ...followUp, note: "After work" })).toEqual({ ...followUp, note: null });
  const edit = { fact: "email", from: "a@example.org", to: "b@example.org" } as const;
  expect(withoutFreeText({ kind: "fields_changed", changes: [edit] })).toEqual({
    kind: "fields_changed",
    changes: [{ fact: "email", from: null, to: null }],
  });
  const wish = { kind: "preference_set", channel: "phone", hours: null } as const;
  expect(withoutFreeText(wish)).toEqual(wish);
});
