// The amounts that a text speaks of, digits and words alike, each with its unit; and whether another
// text has them. Two readings of "1.500" are kept where the sign could mean either.
import type { PublicLanguage } from "../public-language";
import { findNumberWords } from "./claim-number-words";
import { type FoundUnit, unitAt } from "./claim-units";

export interface Quantity {
  start: number;
  end: number;
  /** What the number may mean; any one of them is enough. */
  values: number[];
  /** The numbers it is put together from. */
  parts: number[];
  unit: Omit<FoundUnit, "length"> | undefined;
  /** Written with spaces between its groups: it may also be several numbers. */
  isSpaced: boolean;
}

// A date, groups of three behind a space, or digits with points and commas. Behind a Latin letter, or a
// letter and a hyphen, it is the number of a name (COVID-19, cT3-4), not an amount. It looks back a little way
// only: a record of nothing but "1-1-1-" would take hours otherwise.
const digits =
  /(?<![\p{Script=Latin}\d])(?<!\p{Script=Latin}[\d.,-]{0,20}-)(?:\d{4}-\d{2}(?:-\d{2})?(?!\d)|\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?!\d)|\d+)(?:[.,]\d+)*/gu;
/** "3." at the beginning of a line counts the lines and nothing else. */
const listNumber = /(?:^|\n)[ \t]*\d{1,2}[.)](?=\s|$)/g;
/** "3D", "5HT": a name as well; an ordinal and "2x" are not. */
const nameGoesOn = /^(?!(?:st|nd|rd|th|x|º|ª)(?!\p{Script=Latin}))\p{Script=Latin}/iu;
const betweenRange = /^\s?(?:-|–|—|~|～|to|or|and|a|al|o|y|hasta|至|到|或|الي|حتي|او|و)\s?$/iu;
const money = /[$€£¥]\s?$/;
const percentBefore = /百分之$/;
/** "Half of them" is a share; "half an hour" is not. */
const half = /(?<!\p{L})(?:half(?! an?(?!\p{L}))|la mitad|نصف)(?!\p{L})|一半|半数/giu;
/** Arabic has a form of the word itself for two of them. */
const arabicPairs: readonly [pattern: RegExp, unit: Quantity["unit"]][] = [
  [/يوم(?:ان|ين)/g, { unit: "minutes", factor: 1440, isStrict: false }],
  [/اسبوع(?:ان|ين)/g, { unit: "minutes", factor: 10_080, isStrict: false }],
  [/ساعت(?:ان|ين)/g, { unit: "minutes", factor: 60, isStrict: false }],
  [/شهر(?:ان|ين)/g, { unit: "months", factor: 1, isStrict: false }],
  [/(?:سنت|عام)(?:ان|ين)/g, { unit: "months", factor: 12, isStrict: false }],
];

/** `text` folded as claim-text.ts does; in the order in which they stand. */
export function findQuantities(text: string, language: PublicLanguage): Quantity[] {
  const amounts = text.replace(listNumber, (marker) => marker.replace(/\d/g, " "));
  const written = [...amounts.matchAll(digits)].flatMap((match) => digitsAt(text, match));
  const inWords = findNumberWords(text, language).flatMap((word): Quantity[] => {
    const { start, end, value, parts } = word;
    const unit = unitOf(text, start, end);
    // Without a unit "one" is an article, and a Chinese sign part of any word.
    if (!unit && (language === "zh" || value === 1)) return [];
    const isCounted = unit?.unit === "people" || unit?.unit === "times";
    if (value === 1 && isCounted) return [];
    return [
      { start, end: end + (unit?.length ?? 0), values: [value], parts, isSpaced: false, unit },
    ];
  });
  const shares = [...text.matchAll(half)].map(({ 0: { length }, index: start }): Quantity => {
    const unit = { unit: "percent", factor: 1, isStrict: true };
    return { start, end: start + length, values: [50], parts: [50], isSpaced: false, unit };
  });
  const pairs = arabicPairs.flatMap(([pattern, unit]) =>
    [...text.matchAll(pattern)].map(({ 0: { length }, index: start }): Quantity => {
      return { start, end: start + length, values: [2], parts: [2], isSpaced: false, unit };
    }),
  );
  const found = [...written, ...inWords, ...shares, ...pairs];
  return shareUnits(
    text,
    found.sort((a, b) => a.start - b.start),
  );
}

function digitsAt(text: string, match: RegExpExecArray): Quantity[] {
  const end = match.index + match[0].length;
  const isBelowOne = /(?<![\p{L}\d])\.$/u.test(text.slice(0, match.index).slice(-2));
  const start = isBelowOne ? match.index - 1 : match.index;
  const number = isBelowOne ? `0${text.slice(start, end)}` : match[0];
  const unit = unitOf(text, start, end);
  if (!unit && nameGoesOn.test(text.slice(end, end + 5))) return [];
  const { values, parts, isSpaced } = readDigits(number);
  return [{ start, end: end + (unit?.length ?? 0), values, parts, isSpaced, unit }];
}

function readDigits(number: string): Pick<Quantity, "values" | "parts" | "isSpaced"> {
  // Of a date the year alone: months and days are the numbers of anything.
  const amount = number.replace(/^(\d{4})-\d{2}(?:-\d{2})?$/, "$1");
  if (amount !== number) return { values: [Number(amount)], parts: [], isSpaced: false };
  const parts = (number.match(/\d+/g) ?? []).map(Number);
  const isSpaced = /\s/.test(number);
  const joined = number.replace(/\s/g, "");
  const signs = new Set(joined.match(/[.,]/g));
  const plain = Number(joined);
  if (signs.size === 0) return { values: [plain], parts, isSpaced };
  const last = joined.slice(Math.max(joined.lastIndexOf("."), joined.lastIndexOf(",")) + 1);
  const withoutLast = joined.slice(0, joined.length - last.length - 1).replace(/[.,]/g, "");
  const asDecimal = Number(`${withoutLast}.${last}`);
  const asGroups = Number(joined.replace(/[.,]/g, ""));
  const isGrouped = /^[1-9]\d{0,2}(?:[.,]\d{3})+$/.test(joined);
  // One sign: a decimal, or thousands. The same sign twice: thousands, or a list such as a date.
  if (signs.size === 2) return { values: [asDecimal], parts, isSpaced };
  const isRepeated = (joined.match(/[.,]/g)?.length ?? 0) > 1;
  if (isRepeated) return { values: isGrouped ? [asGroups] : [], parts, isSpaced: !isGrouped };
  return { values: isGrouped ? [asGroups, asDecimal] : [asDecimal], parts, isSpaced };
}

function unitOf(text: string, start: number, end: number): FoundUnit | undefined {
  const before = text.slice(Math.max(0, start - 4), start);
  if (money.test(before)) return { unit: "money", factor: 1, isStrict: true, length: 0 };
  if (percentBefore.test(before)) return { unit: "percent", factor: 1, isStrict: true, length: 0 };
  return unitAt(text, end);
}

/** "18 to 80 years": the first number is one of years, too. */
function shareUnits(text: string, found: Quantity[]): Quantity[] {
  for (let index = found.length - 2; index >= 0; index -= 1) {
    const [one, next] = [found[index], found[index + 1]];
    if (!one || !next || one.unit || !next.unit) continue;
    if (betweenRange.test(text.slice(one.end, next.start))) one.unit = next.unit;
  }
  return found;
}

export type Support = "supported" | "other_unit" | "absent";

/**
 * What can be asked of the numbers in a source, again and again while somebody types. The source is
 * English and folded; a bare number finds itself anywhere in it, even in a name.
 */
export function indexQuantities(source: string): (claim: Quantity) => Support {
  const known = new Set<string>();
  const numbers = new Set((source.match(/\d+/g) ?? []).map(Number));
  if (/\bhalf\b/i.test(source)) known.add("50 percent");
  for (const { values, parts, unit } of findQuantities(source, "en")) {
    for (const value of [...values, ...parts]) {
      numbers.add(value);
      known.add(keyOf(value, unit));
    }
  }
  const has = (value: number, unit: Quantity["unit"]) => {
    if (!unit) return numbers.has(value);
    if (known.has(keyOf(value, unit))) return true;
    return !unit.isStrict && known.has(keyOf(value, undefined));
  };
  return ({ values, parts, isSpaced, unit }) => {
    if (values.some((value) => has(value, unit))) return "supported";
    if (isSpaced && parts.every((part) => has(part, undefined))) return "supported";
    return values.some((value) => numbers.has(value)) ? "other_unit" : "absent";
  };
}

function keyOf(value: number, unit: Quantity["unit"]): string {
  return unit ? `${value * unit.factor} ${unit.unit}` : `${value}`;
}
