// A quote with the words that belong to it: a number or a word that its border cuts is taken whole, and
// three words on either side are heard, too ("not", "at least", "≥").
import type { SoughtQuote } from "./find-candidates";
import type { Passage } from "./meaning-changes";
import { contextLength, type TextRange } from "./text-anchor";

/** `withNear`: hear the words beside it; not where the whole surroundings are others. */
export function soughtPassage({ prefix, exact, suffix }: SoughtQuote, withNear: boolean): Passage {
  return passage(prefix, exact, suffix, withNear);
}

export function passageOf(text: string, { start, end }: TextRange, withNear: boolean): Passage {
  return passage(
    text.slice(Math.max(0, start - contextLength), start),
    text.slice(start, end),
    text.slice(end, end + contextLength),
    withNear,
  );
}

// A number goes on over its point or comma: "1" of "1.5" is cut as well. Chinese has no spaces: a few signs.
const word = "(?:(?!\\p{Script=Han})[\\p{L}\\p{M}])+|\\p{Script=Han}{1,4}";
const cutAtEnd = new RegExp(`(?:${word}|(?:\\d+[.,])*\\d+[.,]?)$`, "u");
const cutAtStart = new RegExp(`^(?:${word}|[.,]?\\d+(?:[.,]\\d+)*)`, "u");
// Never beyond the end of a sentence, nor into the next point of a list.
const near = "[^\\s.;:!?*•。；：！？\\p{Script=Han}]";
const threeWordsAtEnd = new RegExp(`(?:${near}+\\s+){0,2}${near}*\\s*$`, "u");
const threeWordsAtStart = new RegExp(`^\\s*${near}*(?:\\s+${near}+){0,2}`, "u");

function passage(before: string, quote: string, after: string, withNear: boolean): Passage {
  const head = goesOn(before, quote) ? (cutAtEnd.exec(before)?.[0] ?? "") : "";
  const tail = goesOn(quote, after) ? (cutAtStart.exec(after)?.[0] ?? "") : "";
  const whole = head + quote + tail;
  if (!withNear) return { before: "", quote: whole, after: "" };
  const left = before.slice(0, before.length - head.length);
  const right = after.slice(tail.length);
  return {
    before: threeWordsAtEnd.exec(left)?.[0] ?? "",
    quote: whole,
    after: threeWordsAtStart.exec(right)?.[0] ?? "",
  };
}

/** Whether a word or a number runs across the border of two texts. */
function goesOn(before: string, after: string): boolean {
  const border = `${before.slice(-2)}|${after.slice(0, 2)}`;
  return /[\p{L}\p{M}]\|[\p{L}\p{M}]|\d[.,]?\|\d|\d\|[.,]\d/u.test(border);
}
