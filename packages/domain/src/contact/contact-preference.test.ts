import { expect, it } from "vitest";
import { preferenceWords, readContactPreference } from "./contact-preference";

it("reads what was chosen, and anything else as no choice", () => {
  expect(readContactPreference({ channel: "phone", hours: "evening" })).toEqual({
    channel: "phone",
    hours: "evening",
  });
  for (const body of [undefined, null, "x", 7, {}, { channel: "fax", hours: ["any", "any"] }]) {
    expect(readContactPreference(body)).toEqual({ channel: null, hours: null });
  }
  expect(readContactPreference({ channel: "in_person", hours: "any" })).toEqual({
    channel: null,
    hours: "any",
  });
});

it.each([
  [{ channel: "phone", hours: "morning" }, "By phone, in the morning"],
  [{ channel: "text_message", hours: null }, "By text message"],
  [{ channel: null, hours: "any" }, "At any time of day"],
  [{ channel: null, hours: null }, undefined],
] as const)("tells the team %o as “%s”", (preference, words) => {
  expect(preferenceWords(preference)).toBe(words);
});
