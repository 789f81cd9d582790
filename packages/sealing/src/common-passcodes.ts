// The passcodes that a guesser tries first. A share allows a hundred wrong tries in its life,
// so this holds what stands at the top of any guessing order, not a whole dictionary.

const commonWords = new Set(
  `access administrator admin banana baseball basketball batman butterfly changeme charlie cheese
  chocolate clinic clinical coffee computer confidential cookie corona covid daniel default demo
  diamond doctor dragon einstein email everything family flower football freedom friend friends
  geheim ginger guest hallo hannah health hello hospital hottie hunter iloveyou internet jennifer
  jessica jesus jordan justin killer letmein liverpool login lovely loveme maggie manager master
  matthew medicine merlin michael michelle monkey mustang note notes nothing nurse office orange
  pass passcode passphrase password passwort patient pepper pokemon princess private purple query
  rainbow random research samsung secret secure security shadow share shared soccer sommer
  starwars study studydesk summer sunshine superman support system temp test testing thomas trial
  trustno trustnoone user visit welcome whatever willkommen winter world yellow`.split(/\s+/),
);

// The alphabet, the digits and the walks over a keyboard.
const runs = [
  "abcdefghijklmnopqrstuvwxyz",
  "01234567890123456789",
  "qwertyuiopasdfghjklzxcvbnm",
  "qwertzuiopasdfghjklyxcvbnm",
  "azertyuiopqsdfghjklmwxcvbn",
  "1q2w3e4r5t6y7u8i9o0p",
  "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p",
];

const lookalikes = new Map(
  Object.entries({ "0": "o", "1": "i", "3": "e", "4": "a", "5": "s", "7": "t", "@": "a", $: "s" }),
);

export function isCommonPasscode(text: string): boolean {
  const plain = text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s\p{Pd}\p{Cf}_.,/]/gu, "");
  if (isPattern(plain) || isDate(plain)) return true;
  const readings = [coreOf(plain), spellOut(coreOf(plain)), coreOf(spellOut(plain))];
  return readings.some((reading) => isKnownPhrase(reading));
}

function spellOut(text: string): string {
  return Array.from(text, (sign) => lookalikes.get(sign) ?? sign).join("");
}

/** A run such as `abcdefgh`, `87654321` or `11223344`, or a short piece again and again. */
function isPattern(plain: string): boolean {
  const single = plain.replace(/(.)\1+/gsu, "$1");
  const backwards = Array.from(single).reverse().join("");
  const isRun = runs.some((run) => run.includes(single) || run.includes(backwards));
  return isRun || /^(.{1,4}?)\1+$/su.test(plain);
}

/** A birthday is what people think of first, and what those who know them try first. */
function isDate(plain: string): boolean {
  const day = "(?:0[1-9]|[12]\\d|3[01])";
  const month = "(?:0[1-9]|1[0-2])";
  const year = "(?:19|20)\\d\\d";
  const orders = [`${year}${month}${day}`, `${day}${month}${year}`, `${month}${day}${year}`];
  return new RegExp(`^(?:${orders.join("|")})$`).test(plain);
}

/** Without the few digits and signs around a word, which any guesser adds: `hello2024!`. */
function coreOf(plain: string): string {
  const [, before = "", core = "", after = ""] = /^(\P{L}*)(.*?)(\P{L}*)$/su.exec(plain) ?? [];
  const isGuessable = [before, after].every((part) => part.length <= 4 || isPattern(part));
  return isGuessable ? core : plain;
}

/** One known word or walk over the keyboard, or two of them. */
function isKnownPhrase(core: string): boolean {
  // Longer than any two of them; cutting up a whole pasted page would take seconds.
  if (core.length > 40) return false;
  const cuts = Array.from({ length: core.length }, (_, cut) => cut);
  return cuts.some((cut) => [core.slice(0, cut), core.slice(cut)].every((part) => isKnown(part)));
}

function isKnown(part: string): boolean {
  return part === "" || commonWords.has(part) || (part.length >= 3 && isPattern(part));
}
