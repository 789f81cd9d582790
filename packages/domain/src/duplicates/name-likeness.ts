// How much two names are alike: whichever of the two was put first, accents and hyphens aside, with a slip
// of the finger or two, or with an initial in place of a name. Names in scripts without spaces are the
// same or not: one character more is another name.
import { foldText } from "../leads/fold-name";

export type NameLikeness = "same" | "like" | "different";

export interface PersonName {
  readonly firstName: string;
  readonly lastName: string;
  /** "last first", folded, where it is kept: folding is most of the work. */
  readonly sortName?: string;
}

const unspaced = /[\u3040-\u9fff\uac00-\ud7a3\uf900-\ufaff\u{20000}-\u{3ffff}]/u;

export function nameLikeness(one: PersonName, other: PersonName): NameLikeness {
  const [a, b] = [wordsOf(one), wordsOf(other)];
  if (a.length === 0 || b.length === 0) return "different";
  const isSame = [...a].sort().join(" ") === [...b].sort().join(" ") || a.join("") === b.join("");
  if (isSame) return "same";
  if ([...a, ...b].some((word) => unspaced.test(word))) {
    return a.toReversed().join("") === b.join("") ? "same" : "different";
  }
  return areLike(a, b) ? "like" : "different";
}

function wordsOf({ firstName, lastName, sortName }: PersonName): string[] {
  return (sortName ?? foldText(`${lastName} ${firstName}`))
    .replace(/['’.]/gu, "")
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "");
}

/** Each word of the shorter name stands for a word of its own in the longer one, two at the least. */
function areLike(a: readonly string[], b: readonly string[]): boolean {
  const [fewer, more] = a.length <= b.length ? [a, [...b]] : [b, [...a]];
  if (fewer.length < 2) return false;
  let slips = 0;
  let initials = 0;
  for (const word of [...fewer].sort((x, y) => y.length - x.length)) {
    const best = more
      .map((other, index) => ({ index, fit: fitOf(word, other) }))
      .filter(({ fit }) => fit !== undefined)
      .sort((x, y) => (x.fit ?? 0) - (y.fit ?? 0))[0];
    if (!best) return false;
    more.splice(best.index, 1);
    if (best.fit === asInitial) initials += 1;
    else slips += best.fit ?? 0;
  }
  return slips <= mostSlips && initials < fewer.length;
}

const mostSlips = 2;
const asInitial = 9;

/** How many slips apart; undefined: other words. */
function fitOf(one: string, other: string): number | undefined {
  if (one === other) return 0;
  const shorter = Math.min(one.length, other.length);
  if (shorter === 1) return one[0] === other[0] ? asInitial : undefined;
  const most = shorter >= 8 ? 2 : shorter >= 4 ? 1 : 0;
  const slips = slipsBetween(one, other, most);
  return slips <= most ? slips : undefined;
}

/** Letters left out, put in, mistaken, or two side by side exchanged; counts no further than one past `most`. */
export function slipsBetween(one: string, other: string, most: number): number {
  if (Math.abs(one.length - other.length) > most) return most + 1;
  let beforeLast: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let i = 1; i <= one.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= other.length; j += 1) {
      const isSame = one[i - 1] === other[j - 1];
      const isSwapped =
        i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
      row[j] = Math.min(
        (last[j] ?? 0) + 1,
        (row[j - 1] ?? 0) + 1,
        (last[j - 1] ?? 0) + (isSame ? 0 : 1),
        isSwapped ? (beforeLast[j - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY,
      );
    }
    if (Math.min(...row) > most) return most + 1;
    [beforeLast, last] = [last, row];
  }
  return last[other.length] ?? 0;
}
