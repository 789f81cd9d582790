// The words that only one of two texts has, for showing both side by side; and long stretches that both
// have made short, so that the one word that changed is not looked for in a page of text.
import { diffWordsWithSpace } from "diff";

export interface Piece {
  text: string;
  /** Only this text has it. */
  isMarked: boolean;
  /** So many characters that both have were left out behind `text`, and `end` comes after them. */
  cut?: { characters: number; end: string };
}

export interface MarkedTexts {
  before: Piece[];
  after: Piece[];
}

/** Texts so different that comparing takes longer are shown as they are. */
const mostMs = 300;

export function markWords(before: string, after: string): MarkedTexts {
  const found = diffWordsWithSpace(before, after, { timeout: mostMs });
  if (!found) return { before: [whole(before)], after: [whole(after)] };
  return {
    before: found.filter(({ added }) => !added).map(({ value, removed }) => piece(value, removed)),
    after: found.filter(({ removed }) => !removed).map(({ value, added }) => piece(value, added)),
  };
}

function whole(text: string): Piece {
  return { text, isMarked: true };
}

function piece(text: string, isMarked: boolean): Piece {
  return { text, isMarked };
}

const longest = 320;
const kept = 120;

/** Cuts what is the same in both and long, at words. */
export function shorten(pieces: readonly Piece[]): Piece[] {
  return pieces.map((one) => {
    const { text, isMarked } = one;
    if (isMarked || text.length <= longest) return one;
    const start = text.slice(0, kept).replace(/\S*$/u, "").trimEnd();
    const end = text.slice(-kept).replace(/^\S*/u, "").trimStart();
    return {
      text: start,
      isMarked,
      cut: { characters: text.length - start.length - end.length, end },
    };
  });
}
