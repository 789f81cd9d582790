// The second factor: a code of six digits from an app on one's phone, or a recovery code. Who must have one,
// from when on, and how typed codes are read. The owner, admins and investigators must, after a grace.
import type { Role } from "./viewer";

export const graceDays = 14;
const graceMs = graceDays * 86_400_000;
export const recoveryCodeCount = 10;

/** Whose account reaches most, or whose signature counts; besides them the owner. */
export const rolesWithSecondFactor: readonly Role[] = ["investigator", "admin"];

/**
 * From when on nothing but the own account answers without one: two weeks after the first role that asks for
 * it, or after this installation began to ask, whichever is later.
 */
export function secondFactorDueAt(boundSince: string, asksSince: string): string {
  const from = Math.max(Date.parse(boundSince), Date.parse(asksSince));
  return new Date(from + graceMs).toISOString();
}

/** Whoever was bound by then, in an installation that asked by then, is past their grace now. */
export function graceEndsFor(now: Date): string {
  return new Date(now.getTime() - graceMs).toISOString();
}

export const secondFactorNeededSentence =
  "Your account needs a second factor before you go on. Set it up under your name; nothing is lost meanwhile.";

export type TypedCode = { kind: "app"; digits: string } | { kind: "recovery"; code: string };

/** The letters and digits of recovery codes: none that are taken for one another. */
export const recoveryLetters = "0123456789abcdefghjkmnpqrstvwxyz";
export const recoveryCodeLength = 16;

/** Spaces and dashes are nobody's mistake, nor is an O for a zero. Undefined: it can be no code at all. */
export function readTypedCode(typed: string): TypedCode | undefined {
  const plain = typed
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s\p{Pd}\p{Cf}.]/gu, "");
  if (/^\d{6}$/.test(plain)) return { kind: "app", digits: plain };
  const code = plain.replaceAll("o", "0").replace(/[il]/g, "1");
  const isCode =
    code.length === recoveryCodeLength && [...code].every((sign) => recoveryLetters.includes(sign));
  return isCode ? { kind: "recovery", code } : undefined;
}

/** As it is shown and written down: four and four. */
export function showRecoveryCode(code: string): string {
  return code.match(/.{1,4}/g)?.join("-") ?? code;
}
