// What changed between a quote and the text that stands in its place now, as far as it decides who may
// join: pairs that a screen can say ("18 became 16").

import { foldedWords, type MeaningToken, meaningTokens } from "./meaning-tokens";
import { opposingPrefixes } from "./meaning-words";

/** An empty side: it was added, or taken away. */
export interface MeaningChange {
  was: string;
  now: string;
}

/** The words right beside a quote: a bound or a negation there belongs to it, a number need not. */
export interface Passage {
  before: string;
  quote: string;
  after: string;
}

export function meaningChanges(was: Passage, now: Passage): MeaningChange[] {
  const changes = alignTokens(tokensOf(was), tokensOf(now));
  const others = [...oppositeWords(was.quote, now.quote), ...exchangedWords(was.quote, now.quote)];
  return [...changes, ...others];
}

function tokensOf({ before, quote, after }: Passage): MeaningToken[] {
  const words = (text: string) => meaningTokens(text).filter(({ isNumber }) => !isNumber);
  return [...words(before), ...meaningTokens(quote), ...words(after)];
}

/**
 * The longest common run of words stays; what decides and stands between is a change. By all words, for
 * a "not" that went over to another verb is still one "not".
 */
function alignTokens(was: MeaningToken[], now: MeaningToken[]): MeaningChange[] {
  const lengths = commonLengths(was, now);
  const changes: MeaningChange[] = [];
  let [i, j] = [0, 0];
  let [gone, come]: [string[], string[]] = [[], []];
  const close = () => {
    const pairs = Math.max(gone.length, come.length);
    for (let pair = 0; pair < pairs; pair += 1) {
      changes.push({ was: gone[pair] ?? "", now: come[pair] ?? "" });
    }
    [gone, come] = [[], []];
  };
  while (i < was.length || j < now.length) {
    const [a, b] = [was[i], now[j]];
    if (a && b && a.key === b.key) {
      close();
      i += 1;
      j += 1;
    } else if (b && (!a || (lengths[i]?.[j + 1] ?? 0) > (lengths[i + 1]?.[j] ?? 0))) {
      if (b.decides) come.push(b.text);
      j += 1;
    } else if (a) {
      if (a.decides) gone.push(a.text);
      i += 1;
    }
  }
  close();
  return changes;
}

function commonLengths(was: MeaningToken[], now: MeaningToken[]): number[][] {
  const lengths = Array.from({ length: was.length + 1 }, () =>
    Array<number>(now.length + 1).fill(0),
  );
  for (let i = was.length - 1; i >= 0; i -= 1) {
    for (let j = now.length - 1; j >= 0; j -= 1) {
      const row = lengths[i];
      if (!row) continue;
      row[j] =
        was[i]?.key === now[j]?.key
          ? (lengths[i + 1]?.[j + 1] ?? 0) + 1
          : Math.max(lengths[i + 1]?.[j] ?? 0, row[j + 1] ?? 0);
    }
  }
  return lengths;
}

/** "eligible" that became "ineligible", or the other way round. */
function oppositeWords(was: string, now: string): MeaningChange[] {
  const [before, after] = [foldedWords(was), foldedWords(now)];
  const gone = before.filter((word) => !after.includes(word));
  const come = after.filter((word) => !before.includes(word));
  return gone.flatMap((word) => {
    const opposite = come.find((other) => isOpposite(word, other) || isOpposite(other, word));
    return opposite === undefined ? [] : [{ was: word, now: opposite }];
  });
}

/** "No meat, but fish" that became "no fish, but meat": every word is there still. */
function exchangedWords(was: string, now: string): MeaningChange[] {
  const [before, after] = [foldedWords(was), foldedWords(now)];
  const isSame = before.toSorted().join() === after.toSorted().join();
  if (!isSame || before.join() === after.join()) return [];
  if (!meaningTokens(was).some(({ decides }) => decides)) return [];
  const moved = (words: string[], others: string[]) =>
    words.filter((word, index) => word !== others[index]).join(" ");
  return [{ was: moved(before, after), now: moved(after, before) }];
}

function isOpposite(word: string, other: string): boolean {
  if (word.startsWith("pre") && other === `post${word.slice(3)}`) return true;
  return word.length > 2 && opposingPrefixes.some((prefix) => other === prefix + word);
}
