import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkOwnPasscode, generatePasscode, normalizePasscode } from "./passcode";

describe("A generated passcode", () => {
  it("is ten Crockford characters in groups of four, four and two", () => {
    expect(generatePasscode()).toMatch(
      /^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{2}$/,
    );
  });

  it("favours no character at any place", () => {
    const rounds = 32_000;
    const counts = new Map<string, number>();
    for (let round = 0; round < rounds; round += 1) {
      const characters = generatePasscode().replaceAll("-", "");
      for (const [place, character] of Array.from(characters).entries()) {
        const key = `${place} ${character}`;
        counts.set(key, (counts.get(key) ?? 0) + 1);
      }
    }
    expect(counts.size).toBe(10 * 32);
    // 1,000 are expected of each, give or take 31: 250 is eight standard deviations.
    for (const count of counts.values()) expect(Math.abs(count - rounds / 32)).toBeLessThan(250);
  });

  it("opens however it is typed back", () => {
    const separators = fc.constantFrom("", " ", "-", " – ", "\u00A0", "\u200B", "\u2212", "\t");
    const fromScreen = fc.constant(undefined).map(() => generatePasscode().replaceAll("-", ""));
    const spelledBy = (character: string) => {
      if (character === "0") return fc.constantFrom("0", "O", "o");
      if (character === "1") return fc.constantFrom("1", "I", "i", "L", "l");
      return fc.constantFrom(character, character.toLowerCase());
    };
    const typedBack = fromScreen.chain((passcode) =>
      fc.record({
        passcode: fc.constant(passcode),
        parts: fc.tuple(
          ...Array.from(passcode, (character) => fc.tuple(separators, spelledBy(character))),
        ),
      }),
    );
    fc.assert(
      fc.property(typedBack, ({ passcode, parts }) => {
        expect(normalizePasscode(parts.flat().join(""))).toBe(passcode);
      }),
    );
  });

  it("is strong enough to seal with", () => {
    for (let round = 0; round < 200; round += 1) {
      expect(checkOwnPasscode(generatePasscode())).toEqual({ ok: true });
    }
  });
});

describe("normalizePasscode", () => {
  it.for([
    ["7K2M-9QXP-4T", "7K2M9QXP4T", "as it is shown"],
    ["7k2m9qxp4t", "7K2M9QXP4T", "small letters, no groups"],
    ["  7K2M 9QXP 4T\n", "7K2M9QXP4T", "spaces, a line's end"],
    ["7K2M–9QXP—4T", "7K2M9QXP4T", "dashes that a phone put in"],
    ["７Ｋ２Ｍ９ＱＸＰ４Ｔ", "7K2M9QXP4T", "wide characters of an Asian keyboard"],
    ["oilO-OILo-iL", "0110011011", "O, I and L"],
    ["Collection", "C011ECT10N", "an own word that reads as generated: alike on both sides"],
    ["7K2M-9QXP-4", "7K2M-9QXP-4", "nine characters are not a generated passcode"],
    ["7K2M-9QXP-4TA", "7K2M-9QXP-4TA", "nor are eleven"],
    ["7K2M-9QXP-4U", "7K2M-9QXP-4U", "nor is one with a U"],
    ["Grey Heron at Dawn", "Grey Heron at Dawn", "own words keep case and inner spaces"],
    ["  Grey Heron at Dawn \u200B", "Grey Heron at Dawn", "what surrounds own words goes"],
    ["grey heron at dawn", "grey heron at dawn", "another case is another passcode"],
    [
      "Cafe\u0301 de l\u2019e\u0301te\u0301",
      "Caf\u00E9 de l\u2019\u00E9t\u00E9",
      "accents typed apart",
    ],
    ["caf\u00E9\u00A0noir\u3000bleu", "caf\u00E9 noir bleu", "spaces of other kinds"],
    ["день-и-ночь", "день-и-ночь", "other scripts"],
    ["   ", "", "nothing"],
  ] as const)("%j becomes %j: %s", ([typed, normalized]) => {
    expect(normalizePasscode(typed)).toBe(normalized);
  });

  it("leaves its own result alone, so both sides may apply it once more", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (typed) => {
        const once = normalizePasscode(typed);
        expect(normalizePasscode(once)).toBe(once);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe("checkOwnPasscode", () => {
  it.for([
    "",
    "1234567",
    "  short  ",
    "e\u0301".repeat(7),
    "👩‍👩‍👧‍👦👩‍👩‍👧‍👦",
    "\u200B".repeat(20),
  ])("finds %j too short", (text) => {
    expect(checkOwnPasscode(text)).toEqual({ ok: false, reason: "too_short" });
  });

  it.for([
    "password",
    "Password1",
    "passwordpassword",
    "P@ssw0rd!",
    "p4ssw0rd2024",
    "pass word 1",
    "PASS-WORD",
    "iloveyou",
    "letmein123",
    "trustno1!",
    "$ecret99",
    "qwerty1q2w3e",
    "studydesk",
    "Studydesk2026",
    "clinicalstudy",
    "secretnote",
    "12345678",
    "87654321",
    "0123456789",
    "12345678901",
    "1122334455",
    "abcdefgh",
    "hgfedcba",
    "aaaaaaaa",
    "00000000",
    "abcabcabc",
    "12121212",
    "12341234",
    "qwertyuiop",
    "qwertz123",
    "1q2w3e4r",
    "1qaz2wsx",
    "asdf1234",
    "abcd1234",
    "19870411",
    "11.04.1987",
    "04/11/1987",
    "2001-12-31",
    "password12345678",
    "ｐａｓｓｗｏｒｄ",
  ])("finds %j common", (text) => {
    expect(checkOwnPasscode(text)).toEqual({ ok: false, reason: "common" });
  });

  it.for([
    "Grey Heron at Dawn",
    "correct horse battery",
    "blau-7-fenster",
    "hello84710593826",
    "tuesday's kettle",
    "夜の静かな図書館の灯",
    "тихая библиотека",
    "83920174",
    "x7#Qm!p2",
  ])("accepts %j", (text) => {
    expect(checkOwnPasscode(text)).toEqual({ ok: true });
  });

  it("answers for every text there is", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 300 }), (text) => {
        expect(["ok", "too_short", "common"]).toContain(
          ((check) => (check.ok ? "ok" : check.reason))(checkOwnPasscode(text)),
        );
      }),
    );
  });
});
