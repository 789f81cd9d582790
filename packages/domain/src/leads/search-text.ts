// What somebody means who types into the one search box: a lead's number, a phone number in any writing,
// a part of an address, or words. Says only how to look, not where.
import { foldEmail } from "./fold-email";
import { foldText } from "./fold-name";
import { cleanLine } from "./typed-text";

export type SearchText =
  | { kind: "nothing" }
  | { kind: "number"; leadId: number }
  | { kind: "address"; part: string }
  /** Digits as they stand within the international number; by themselves they may be a lead's number, too. */
  | { kind: "phone"; digits: string; leadId: number | undefined }
  | { kind: "words"; words: readonly SearchWord[] };

export interface SearchWord {
  text: string;
  /**
   * Three letters or more are looked for anywhere, fewer at the beginning of a word; characters of
   * scripts without spaces one by one and in pairs, wherever the name is parted.
   */
  how: "anywhere" | "beginning" | "character";
}

const mostWords = 8;

export function readSearchText(typed: string): SearchText {
  const text = cleanLine(typed);
  const number = /^#?\s*(\d{1,10})$/.exec(text)?.[1];
  const leadId = number === undefined ? undefined : asLeadId(Number(number));
  if (text.startsWith("#") && number !== undefined) {
    return leadId === undefined ? { kind: "nothing" } : { kind: "number", leadId };
  }
  if (/\d/.test(text) && /^[\d\s()+./-]+$/.test(text)) return readPhone(text, leadId);
  if (text.includes("@")) return { kind: "address", part: foldEmail(text) };
  const words = foldText(text).split(" ").flatMap(wordsOf).slice(0, mostWords);
  return words.length === 0 ? { kind: "nothing" } : { kind: "words", words };
}

/** Numbers of rows are 32 bits wide. */
function asLeadId(number: number): number | undefined {
  return number > 0 && number <= 2_147_483_647 ? number : undefined;
}

/** Without the zeros that lead out of a country, or to a place within one: +44 (0)20, 0044 20 and 020 are one. */
function readPhone(text: string, leadId: number | undefined): SearchText {
  const digits = text
    .replace(/\(0+\)/g, "")
    .replace(/\D/g, "")
    .replace(/^0+/, "");
  if (digits.length >= 3) return { kind: "phone", digits, leadId };
  return leadId === undefined ? { kind: "nothing" } : { kind: "number", leadId };
}

const unspaced = /[\u3040-\u9fff\uac00-\ud7a3\uf900-\ufaff\u{20000}-\u{3ffff}]+/u;

function wordsOf(word: string): SearchWord[] {
  const run = unspaced.exec(word);
  if (!run)
    return word === "" ? [] : [{ text: word, how: isLong(word) ? "anywhere" : "beginning" }];
  const before = word.slice(0, run.index);
  const after = word.slice(run.index + run[0].length);
  return [...wordsOf(before), ...charactersOf(run[0]), ...wordsOf(after)];
}

function charactersOf(run: string): SearchWord[] {
  const characters = [...run];
  const pairs = characters.slice(1).map((second, index) => `${characters[index]}${second}`);
  return (pairs.length > 0 ? pairs : [run]).map((text) => ({ text, how: "character" }));
}

function isLong(word: string): boolean {
  return [...word].length >= 3;
}
