// Text as it is compared: each run of white space is one space, letters and their accents are one spelling
// (NFC), and marks that nobody sees are left out. Every folded unit knows where it came from.
import type { TextRange } from "./text-anchor";

export interface FoldedText {
  text: string;
  /** The range of the original that a range of `text` came from; whole characters alone. */
  toOriginal(range: TextRange): TextRange;
}

// Soft hyphens, zero-width spaces, marks of direction, byte-order marks. Joiners stay: they shape words.
const unseen = "\\u00AD\\u200B\\u200E\\u200F\\u202A-\\u202E\\u2060\\u2066-\\u2069\\uFEFF";
const piece = new RegExp(`[\\s${unseen}]+|\\P{M}\\p{M}+|[\\s\\S]`, "gu");
const isBlank = new RegExp(`^[\\s${unseen}]+$`, "u");

export function foldText(original: string): FoldedText {
  const starts: number[] = [];
  const ends: number[] = [];
  let text = "";
  for (const { 0: found, index } of original.matchAll(piece)) {
    const folded = isBlank.test(found) ? (/\s/.test(found) ? " " : "") : found.normalize("NFC");
    for (let unit = 0; unit < folded.length; unit += 1) {
      starts.push(index);
      ends.push(index + found.length);
    }
    text += folded;
  }
  return {
    text,
    toOriginal({ start, end }) {
      return {
        start: starts[start] ?? original.length,
        end: end > start ? (ends[end - 1] ?? 0) : 0,
      };
    },
  };
}
