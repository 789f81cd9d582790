// The parts of a text that decide who may join: numbers, signs of comparison, bounds, negations. Two texts
// that differ in one of them do not say the same, however alike they look.
import {
  arabicMeaningWords,
  chineseMeaningWords,
  gradedWords,
  meaningWords,
  spelledNumbers,
  unitWords,
} from "./meaning-words";

export interface MeaningToken {
  /** What is compared: "≥" for ">=", "18" for "١٨". */
  key: string;
  /** As it stands in the text. */
  text: string;
  isNumber: boolean;
  /** False for a word that decides nothing by itself: it only shows where the others stand. */
  decides: boolean;
}

const zeros = [0x0660, 0x06f0, 0x0966, 0xff10];
const signSpellings: Readonly<Record<string, string>> = {
  ">=": "≥",
  "=>": "≥",
  "<=": "≤",
  "=<": "≤",
  "＞": ">",
  "＜": "<",
  "＝": "=",
  "⩾": "≥",
  "⩽": "≤",
  "≧": "≥",
  "≦": "≤",
  "!=": "≠",
  "％": "%",
};

const number =
  "(?<number>\\d+(?:[.,٫٬]\\d+)*|[\\u00BC-\\u00BE\\u2150-\\u215E]|[\\u2070\\u00B9\\u00B2\\u00B3\\u2074-\\u2079]+)";
// "N+" and "HER2-", "14+3" and "14-3"; not the dash of "hyper-" or of "18-65", which "18 to 65" says as well.
const charge = "(?<=[\\p{Lu}\\d])(?:\\+|[-\u2212](?![\\p{L}\\d]))";
const sign = `(?<sign>[<>]=|=[<>]|!=|[<>=≥≤≠≈±≮≯⩾⩽≧≦＞＜＝%％]|${charge})`;
const chinese = `(?<chinese>${chineseMeaningWords.join("|")})`;
const letter = "(?:(?!\\p{Script=Han})[\\p{L}\\p{M}])";
const word = `(?<word>${letter}+(?:['’]${letter}+)*)`;
const parts = new RegExp(`${number}|${sign}|${chinese}|${word}`, "gu");

// Longest first: "no more than" is one bound, not a negation and another bound.
const phrases = new Map<string, string[]>();
for (const phrase of [...meaningWords, ...arabicMeaningWords]) {
  const [first = ""] = phrase.split(" ");
  phrases.set(
    first,
    [...(phrases.get(first) ?? []), phrase].sort((a, b) => b.length - a.length),
  );
}

/** Every word of a text, and its numbers and signs; `decides` tells those that change who may join. */
export function meaningTokens(text: string): MeaningToken[] {
  const found = [...text.replace(/\p{Nd}/gu, asciiDigit).matchAll(parts)];
  const words = found.map(({ groups }) => (groups?.word ? foldWord(groups.word) : undefined));
  const tokens: MeaningToken[] = [];
  for (let index = 0; index < found.length; index += 1) {
    const { groups, 0: match, index: at = 0 } = found[index] ?? {};
    if (groups === undefined || match === undefined) continue;
    const plain = { text: text.slice(at, at + match.length), isNumber: false, decides: true };
    const word = words[index];
    if (groups.number) tokens.push({ ...plain, key: numberKey(groups.number), isNumber: true });
    else if (groups.sign) tokens.push({ ...plain, key: signSpellings[groups.sign] ?? groups.sign });
    else if (groups.chinese) tokens.push({ ...plain, key: groups.chinese });
    else if (word !== undefined) {
      const phrase = phraseAt(words, index);
      const key = phrase?.key ?? spelledNumbers.get(word) ?? unitOrNumeral(tokens, word, match);
      if (!phrase) {
        tokens.push({ ...plain, key: key ?? word, decides: key !== undefined });
        continue;
      }
      const last = found[index + phrase.length - 1];
      const end = last ? last.index + last[0].length : at + match.length;
      tokens.push({ ...plain, key: phrase.key, text: text.slice(at, end) });
      index += phrase.length - 1;
    }
  }
  return tokens;
}

/** The "mm" of "2 mm", the "IV" of "stage IV". */
function unitOrNumeral(
  before: readonly MeaningToken[],
  word: string,
  asWritten: string,
): string | undefined {
  const previous = before.at(-1);
  const unit = word.replace(/s$/, "");
  const isCounted = previous?.isNumber || /^\d+$/.test(previous?.key ?? "");
  if (isCounted && unitWords.has(unit)) return `unit ${unit}`;
  if (!/^X{0,3}(?:IX|IV|V?I{0,3})[ABCabc]?$/.test(asWritten)) return undefined;
  if (!/[IVX]/.test(asWritten)) return undefined;
  const isLone = asWritten.length === 1;
  return isLone && !gradedWords.has(previous?.key ?? "") ? undefined : `numeral ${asWritten}`;
}

/** All words of a text as they are compared: lower case, without accents. */
export function foldedWords(text: string): string[] {
  return (text.match(/[\p{L}\p{M}]+/gu) ?? []).map(foldWord);
}

function phraseAt(
  words: readonly (string | undefined)[],
  index: number,
): { key: string; length: number } | undefined {
  const first = words[index];
  if (first === undefined) return undefined;
  if (/n['’]?t$/.test(first) && /['’]/.test(first)) return { key: "not", length: 1 };
  const bare = phrases.has(first) ? first : first.replace(/^[وفب](?=\p{L}{2})/u, "");
  for (const phrase of phrases.get(bare) ?? []) {
    const [, ...rest] = phrase.split(" ");
    if (rest.every((word, offset) => words[index + 1 + offset] === word)) {
      return { key: phrase, length: rest.length + 1 };
    }
  }
  return undefined;
}

/** Hamza on its seat is written in several ways: one of them. */
function foldWord(word: string): string {
  return word
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[أإآٱ]/g, "ا");
}

/** "1,000" and "1000" are one number. */
function numberKey(number: string): string {
  return number.replace(/[,٬](?=\d{3}(?!\d))/g, "").replace(/[,٫]/g, ".");
}

function asciiDigit(digit: string): string {
  const code = digit.codePointAt(0) ?? 0;
  const zero = zeros.find((first) => code >= first && code < first + 10);
  return zero === undefined ? digit : String(code - zero);
}
