// Passcodes of sealed shares: made, typed back, judged. Both sides bring what was typed to one
// form by the text alone, so no server has to say whether a passcode was generated or chosen.
import { isCommonPasscode } from "./common-passcodes";

// Crockford's base32: no I, L, O (read as 1, 1, 0) and no U.
const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const generatedLength = 10;

export const ownPasscodeMinLength = 8;

export type OwnPasscodeCheck = { ok: true } | { ok: false; reason: "too_short" | "common" };

/** 50 random bits in groups, such as `7K2M-9QXP-4T`. */
export function generatePasscode(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(generatedLength));
  // 256 is a multiple of 32: the low five bits of a byte favour no character.
  const characters = Array.from(bytes, (byte) => alphabet.charAt(byte & 31)).join("");
  return characters.replace(/^(.{4})(.{4})(.*)$/, "$1-$2-$3");
}

/**
 * The form that keys are derived from. What reads as ten Crockford characters, once spaces and
 * dashes are gone, is taken for a generated passcode: case, grouping, O for 0, I and L for 1
 * are forgiven. Everything else is a person's own words: case, spaces and signs inside count,
 * only the Unicode spelling (NFKC) and what surrounds it are evened out. An own passcode that
 * happens to look generated is treated alike when sealing and when opening, so it opens.
 */
export function normalizePasscode(typed: string): string {
  const text = typed.normalize("NFKC");
  // \p{Cf}: invisible marks that copying from a message may bring along.
  const bare = text.replace(/[\s\p{Pd}\p{Cf}\u2212_]/gu, "");
  if (/^[0-9A-TV-Za-tv-z]{10}$/.test(bare)) {
    return bare.toUpperCase().replaceAll("O", "0").replace(/[IL]/g, "1");
  }
  return text.replace(/^[\s\p{Cf}]+|[\s\p{Cf}]+$/gu, "");
}

/** Whether a passcode that the author made up may seal a share. */
export function checkOwnPasscode(text: string): OwnPasscodeCheck {
  const passcode = normalizePasscode(text);
  // Counted as a person counts: an emoji or a letter with its accents is one character.
  const length = Array.from(new Intl.Segmenter().segment(passcode)).length;
  if (length < ownPasscodeMinLength) return { ok: false, reason: "too_short" };
  // Judged as typed: the canonical form has digits where the author's word has letters.
  if (isCommonPasscode(text)) return { ok: false, reason: "common" };
  return { ok: true };
}
