// Whether a study is about the condition that somebody typed. The rule, in one sentence: every word of the
// condition stands in one of the study's terms (a condition, a keyword, the title). Case, accents and small
// words ("of", "de", "ال") do not count; a word of four letters or more also matches one that goes on for
// three letters at most ("asthma" finds "asthmatic", "heart" no "heartburn"), a shorter one only itself
// ("ms" never finds "msa").
// Synonyms are not known: the form offers the conditions of the studies here, so that few are needed.
import { foldText } from "../leads/fold-name";

const smallWords = new Set(
  [
    ...["a", "an", "and", "at", "for", "in", "of", "on", "or", "the", "to", "with"],
    ...["al", "con", "de", "del", "el", "en", "la", "las", "los", "o", "para", "por", "un", "una"],
    ...["y", "في", "من", "مع", "و"],
  ].map(foldText),
);
const shortestStem = 4;
const longestEnding = 3;
/** Scripts that write no spaces: there, a run of signs is looked for as it is. */
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;
const arabicArticle = /^ال(?=..)/u;

/** `condition` null means any. */
export function matchesCondition(condition: string | null, terms: readonly string[]): boolean {
  const wanted = wordsOf(condition ?? "");
  if (wanted.length === 0) return condition === null;
  return terms.some((term) => {
    const words = wordsOf(term);
    return wanted.every((word) => words.some((other) => isWithin(word, other)));
  });
}

/** Whether a condition says anything that could be looked for. */
export function hasConditionWords(condition: string): boolean {
  return wordsOf(condition).length > 0;
}

/** The same for two ways to write one condition. */
export function foldCondition(condition: string | null): string {
  return [...new Set(wordsOf(condition ?? ""))].sort().join(" ");
}

function isWithin(wanted: string, word: string): boolean {
  if (wanted === word) return true;
  if (unspaced.test(wanted)) return word.includes(wanted);
  return (
    wanted.length >= shortestStem &&
    word.length <= wanted.length + longestEnding &&
    word.startsWith(wanted)
  );
}

function wordsOf(text: string): string[] {
  const words = foldText(text).match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.filter((word) => !smallWords.has(word)).map(stemOf);
}

/** Without what a word takes on in a sentence: the Arabic article, the English and Spanish plural. */
function stemOf(word: string): string {
  const bare = word.replace(arabicArticle, "");
  return bare.length > shortestStem && /[^su]s$/.test(bare) ? bare.slice(0, -1) : bare;
}
