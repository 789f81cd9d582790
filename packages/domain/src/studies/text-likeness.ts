// How alike two short texts are, and which numbers they do not share: for finding a reworded criterion
// again. Numbers count as alike, because "over 18" that becomes "over 21" is one criterion reworded.

// A sign of a script that writes without spaces is a word of its own.
const wordOrSign = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}]|\p{N}+|[\p{L}\p{M}]+/gu;

export type WordCounts = { counts: ReadonlyMap<string, number>; total: number };

export function countWords(text: string): WordCounts {
  const words = text.toLowerCase().match(wordOrSign) ?? [];
  const counts = new Map<string, number>();
  for (const word of words) {
    const folded = /^\p{N}/u.test(word) ? "#" : word;
    counts.set(folded, (counts.get(folded) ?? 0) + 1);
  }
  return { counts, total: words.length };
}

/** From 0 (no word in common) to 1 (the same words, as often). */
export function likeness(left: WordCounts, right: WordCounts): number {
  if (left.total === 0 || right.total === 0) return 0;
  let shared = 0;
  for (const [word, count] of left.counts) shared += Math.min(count, right.counts.get(word) ?? 0);
  return (2 * shared) / (left.total + right.total);
}

function numbersIn(text: string): string[] {
  return text.match(/\p{Nd}+(?:[.,]\p{Nd}+)*/gu) ?? [];
}

function without(numbers: readonly string[], others: readonly string[]): string[] {
  const left = [...others];
  return numbers.filter((number) => {
    const at = left.indexOf(number);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

/** The numbers that only one of the texts has; undefined when both have the same ones. */
export function numbersApart(
  before: string,
  after: string,
): { before: string[]; after: string[] } | undefined {
  const [had, has] = [numbersIn(before), numbersIn(after)];
  const apart = { before: without(had, has), after: without(has, had) };
  return apart.before.length + apart.after.length > 0 ? apart : undefined;
}
