// Promises of a benefit, words that play risks down, and obligations: marked wherever they stand, also
// when a registry says them, unless the same clause takes them back.
import type { PublicLanguage } from "../public-language";
import { type ClaimPhrases, claimPhrases } from "./claim-phrases";
import { sentenceBounds } from "./claim-text";

export const promiseKinds = ["benefit", "safety", "obligation"] as const;
export type PromiseKind = (typeof promiseKinds)[number];

interface Compiled {
  kinds: Readonly<Record<PromiseKind, readonly RegExp[]>>;
  doubt: RegExp;
  denial: RegExp;
}

const compiled = new Map<PublicLanguage, Compiled>();

/** `text` folded as claim-text.ts does. */
export function findPromises(
  text: string,
  language: PublicLanguage,
): { kind: PromiseKind; start: number; end: number }[] {
  const { kinds, doubt, denial } = compile(language);
  return promiseKinds.flatMap((kind) =>
    kinds[kind].flatMap((pattern) =>
      [...text.matchAll(pattern)].flatMap(({ 0: words, index: start }) => {
        const end = start + words.length;
        const clause = text.slice(clauseStart(text, start, end), start);
        const isTakenBack = denial.test(clause) || (kind !== "obligation" && doubt.test(clause));
        return isTakenBack ? [] : [{ kind, start, end }];
      }),
    ),
  );
}

/** A doubt reaches no further than its clause: "We hope so; but it will cure you" still promises. */
function clauseStart(text: string, start: number, end: number): number {
  const { from } = sentenceBounds(text, start, end);
  const before = text.slice(from, start);
  const breaks = [
    ...before.matchAll(/[;:—；：،]\s?|[,，]? (?:but|pero|sino|لكن|ولكن)(?!\p{L})|但是?/gu),
  ];
  const last = breaks.at(-1);
  return last ? from + last.index + last[0].length : from;
}

function compile(language: PublicLanguage): Compiled {
  const known = compiled.get(language);
  if (known) return known;
  const phrases = claimPhrases[language];
  const patternsOf = (kind: PromiseKind) =>
    phrases[kind].map((words) => wholeWords(words, language));
  const made: Compiled = {
    kinds: {
      benefit: patternsOf("benefit"),
      safety: patternsOf("safety"),
      obligation: patternsOf("obligation"),
    },
    doubt: new RegExp(wholeWords(phrases.doubt, language).source, "iu"),
    denial: denialOf(phrases, language),
  };
  compiled.set(language, made);
  return made;
}

/** Chinese has no gaps between words; an Arabic word may carry "and" or "so" in front. */
function wholeWords(words: string, language: PublicLanguage): RegExp {
  if (language === "zh") return new RegExp(words, "giu");
  const prefix = language === "ar" ? "[وف]?" : "";
  return new RegExp(`(?<![\\p{L}\\p{N}])${prefix}(?:${words})(?![\\p{L}\\p{N}])`, "giu");
}

/** At most two words stand between a denial and what it denies: "not a proven cure". "Not only" denies nothing. */
function denialOf({ denial }: ClaimPhrases, language: PublicLanguage): RegExp {
  if (language === "zh") return new RegExp(`${denial}(?!仅|只|但)[^，。；]{0,2}$`, "u");
  return new RegExp(
    `(?<!\\p{L})${denial}(?! (?:only|just|solo|sólo|solamente|فقط))\\s+(?:\\p{L}+\\s+){0,2}$`,
    "iu",
  );
}
