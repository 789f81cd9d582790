import { describe, expect, it } from "vitest";
import { checkLeadFact, leadFactNames, leadFactText } from "./lead-facts";

const today = new Date("2026-09-01T12:00:00Z");

describe("facts about a person", () => {
  it.each([
    ["firstName", "  Zoë\t Ann ", "Zoë Ann"],
    ["email", " zoe@example.org ", "zoe@example.org"],
    ["phone", "+1 312 555 0142", "+1 312 555 0142"],
    ["birthYear", "١٩٦٨", "1968"],
    ["birthYear", "", ""],
    ["language", "español", "es"],
    ["language", "", ""],
    ["timeZone", "America/New_York", "America/New_York"],
    ["source", "referral", "referral"],
  ] as const)("takes a %s of “%s” as “%s”", (name, typed, text) => {
    expect(checkLeadFact(name, typed, today)).toEqual({ ok: true, text });
  });

  it.each([
    ["firstName", "\u200b"],
    ["lastName", ""],
    ["email", "zoe at example.org"],
    ["phone", "call me"],
    ["birthYear", "2027"],
    ["birthYear", "68"],
    ["language", "x"],
    ["timeZone", "+01:00"],
    ["timeZone", ""],
    ["source", ""],
  ] as const)("refuses a %s of “%s” with a sentence that says what to do", (name, typed) => {
    const checked = checkLeadFact(name, typed, today);
    expect(checked).toMatchObject({ ok: false });
    expect(checked.ok ? "" : checked.sentence).toMatch(/^[A-Z].*\.$/);
  });

  it("gives each fact as one line, and nothing for what is not known", () => {
    const lead = {
      ...{ firstName: "Zoë", lastName: "Ann", email: "zoe@example.org", phoneTyped: "555-0142" },
      ...{ language: null, birthYear: null, timeZone: "Europe/Paris", source: "event" as const },
    };
    expect(leadFactNames.map((name) => leadFactText(lead, name))).toEqual([
      ...["Zoë", "Ann", "zoe@example.org", "555-0142", "", "", "Europe/Paris", "event"],
    ]);
  });
});
