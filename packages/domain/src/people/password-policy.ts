// Which passwords an account may have: long ones that stand at the top of no guesser's list. Judged
// here, offline, both while typing and on the server; nothing about composition, no forced change.
import { commonPhrases, commonPieces, commonRuns } from "./common-passwords";

export const passwordMinLength = 15;
/** Hashing takes any length; this only keeps a pasted book out. */
export const passwordMaxLength = 256;

export type PasswordRefusal = "too_short" | "common" | "contains_email";

export const passwordRefusals: Readonly<Record<PasswordRefusal, string>> = {
  too_short: `This password is too short. Use at least ${passwordMinLength} characters: a few words that do not belong together are easy to keep in mind.`,
  common:
    "This password is among the first that somebody would try. Choose words that do not belong together, or let a password manager make one.",
  contains_email:
    "This password is little more than your name or e-mail address. Choose one that nobody can read off you.",
};

export type PasswordCheck = { ok: true } | { ok: false; reason: PasswordRefusal };

export function checkPassword(
  password: string,
  person: { email: string; name: string },
): PasswordCheck {
  const text = password.normalize("NFKC");
  // Both spellings: one typed sign, such as an Arabic ligature, may stand for eighteen letters.
  const length = Math.min(lengthOf(password), lengthOf(text));
  if (length < passwordMinLength) return { ok: false, reason: "too_short" };
  const plain = fold(text);
  if (tellsThePerson(plain, person)) return { ok: false, reason: "contains_email" };
  return isCommon(plain) ? { ok: false, reason: "common" } : { ok: true };
}

/** Counted as a person counts: an accented letter is one character. */
function lengthOf(text: string): number {
  return Array.from(new Intl.Segmenter().segment(text)).length;
}

function fold(text: string): string {
  return text.toLowerCase().replace(/[\s\p{P}\p{Cf}]/gu, "");
}

/** What is left of the password without the person's own names is too little. */
function tellsThePerson(plain: string, { email, name }: { email: string; name: string }): boolean {
  const [local = "", domain = ""] = email.split("@");
  const names = [email, local, ...local.split(/[._+-]/), domain, ...domain.split("."), name];
  const own = [...names, ...name.split(/\s+/)].map(fold).filter((part) => part.length >= 4);
  const longestFirst = own.sort((a, b) => b.length - a.length);
  const rest = longestFirst.reduce((left, part) => left.replaceAll(part, ""), plain);
  return rest.length < plain.length && rest.length < 8;
}

/** At most this many characters beside the known pieces: a guesser tries those, too. */
const looseMost = 3;

function isCommon(plain: string): boolean {
  if (new Set(plain).size <= 4 || repeatsItself(plain)) return true;
  return [plain, readLookalikes(plain)].some((reading) => countLoose(reading) <= looseMost);
}

/** One piece again and again, such as `hunter2hunter2hunter2`. */
function repeatsItself(plain: string): boolean {
  return /^(.{1,12}?)\1+$/su.test(plain) || /^(.{1,5}?)\1\1+.{0,4}$/su.test(plain);
}

const lookalikes = new Map(
  Object.entries({ "0": "o", "1": "i", "3": "e", "4": "a", "5": "s", "7": "t", $: "s" }),
);

function readLookalikes(plain: string): string {
  return Array.from(plain, (sign) => lookalikes.get(sign) ?? sign).join("");
}

/** How many characters stay when known words, phrases, runs, repeats and years are taken away. */
function countLoose(plain: string): number {
  const best = [0];
  for (let end = 1; end <= plain.length; end++) {
    let fewest = (best[end - 1] ?? 0) + 1;
    for (let start = Math.max(0, end - 40); start < end; start++) {
      const before = best[start] ?? start;
      if (before < fewest && isKnownPiece(plain.slice(start, end))) fewest = before;
    }
    best.push(fewest);
  }
  return best[plain.length] ?? plain.length;
}

function isKnownPiece(piece: string): boolean {
  if (commonPieces.has(piece) || commonPhrases.includes(piece)) return true;
  if (piece.length < 3) return false;
  if (/^(?:19|20)\d\d$/.test(piece) || /^(.)\1+$/su.test(piece)) return true;
  const backwards = Array.from(piece).reverse().join("");
  return commonRuns.some((run) => run.includes(piece) || run.includes(backwards));
}
