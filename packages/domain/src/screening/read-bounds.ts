// Bounds in a criterion's words: "more than 18", "18 to 80 years", "≥ 100", "no older than 75". What is not
// understood as a whole is no bound: a number read wrongly would exclude people.

export interface Bounds {
  min: number | null;
  minIncluded: boolean;
  max: number | null;
  maxIncluded: boolean;
}

export interface ReadBounds {
  bounds: Bounds;
  /** "Under 18 or over 65": what is named lies outside the bounds. */
  isOutside: boolean;
  /** What stands right behind the last number: the unit, when it is one. */
  after: string;
  /** The text without the bounds and what stands between them. */
  rest: string;
}

const number = String.raw`\d+(?:,\d{3})*(?:\.\d+)?(?![\d,.]*\d)`;
const notWithin = String.raw`(?<![\w.,])`;
// Between a sign and its number, or a number and the sign behind it: "18 years and older".
const yearsWords = String.raw`(?:\s*(?:years?|yrs?|months?|weeks?|days?)(?:\s+of\s+age|\s+old)?)?`;

const above = "(?:more than|older than|greater than|higher than|over|above|exceeding|>)";
const atLeast =
  "(?:at least|a minimum of|minimum(?: of)?|no(?:t)? (?:less|younger|lower) than|from|>=|≥|≧|=>)";
const below = "(?:less than|younger than|lower than|fewer than|under|below|<)";
const atMost =
  "(?:at most|a maximum of|maximum(?: of)?|no(?:t)? (?:more|older|higher|greater) than|up to|until|<=|≤|≦|=<)";
const orMore = "(?:and|or) (?:older|over|above|more|higher|greater|up)";
const orLess = "(?:and|or) (?:younger|under|below|less|lower)";

interface Form {
  pattern: RegExp;
  isOutside?: boolean;
  read(found: readonly string[]): Bounds;
}

const open: Bounds = { min: null, minIncluded: true, max: null, maxIncluded: true };
const form = (source: string, read: Form["read"]): Form => ({
  pattern: new RegExp(notWithin + source, "i"),
  read,
});
const numberIn = (text: string | undefined) => Number((text ?? "").replaceAll(",", ""));

const joined = String.raw`${yearsWords}\s*,?\s*(?:and|but|to)?\s*`;
const pairs: readonly Form[] = [
  form(`${atLeast} (${number})${joined}${atMost} (${number})`, bothOf(true, true)),
  form(`${atLeast} (${number})${joined}${below} (${number})`, bothOf(true, false)),
  form(`${above} (${number})${joined}${atMost} (${number})`, bothOf(false, true)),
  form(`${above} (${number})${joined}${below} (${number})`, bothOf(false, false)),
  form(String.raw`between (${number})${yearsWords}\s+(?:and|to)\s+(${number})`, bothOf(true, true)),
  form(
    String.raw`(?:from )?(${number})${yearsWords}\s*(?:-|–|—|−|to|through)\s*(${number})`,
    bothOf(true, true),
  ),
  {
    ...form(`${below} (${number})${yearsWords} or ${above} (${number})`, bothOf(true, true)),
    isOutside: true,
  },
];

const singles: readonly Form[] = [
  form(String.raw`(${number})${yearsWords}\s+${orMore}\b`, fromOf(true)),
  form(String.raw`(${number})${yearsWords}\s+${orLess}\b`, toOf(true)),
  // "No older than" before "older than".
  form(`${atLeast} (${number})`, fromOf(true)),
  form(`${atMost} (${number})`, toOf(true)),
  form(`${above} (${number})`, fromOf(false)),
  form(`${below} (${number})`, toOf(false)),
];

/** Undefined: no bound, more than one, or numbers beside it. */
export function readBounds(text: string): ReadBounds | undefined {
  const spaced = spaceSigns(text);
  for (const { pattern, read, isOutside = false } of [...pairs, ...singles]) {
    const found = pattern.exec(spaced);
    if (!found) continue;
    const bounds = read(found.slice(1));
    if (bounds.min !== null && bounds.max !== null && bounds.min > bounds.max) return undefined;
    const after = spaced.slice(found.index + found[0].length).trim();
    const rest = `${spaced.slice(0, found.index).trim()} ${after}`.trim();
    return { bounds, isOutside, after, rest };
  }
  return undefined;
}

/** "18 to 80", "more than 18 and less than 80", "from 18". */
export function boundsWords({ min, minIncluded, max, maxIncluded }: Bounds): string {
  if (min !== null && max !== null && minIncluded && maxIncluded) return `${min} to ${max}`;
  const from = min === null ? [] : [minIncluded ? `at least ${min}` : `more than ${min}`];
  const to = max === null ? [] : [maxIncluded ? `at most ${max}` : `less than ${max}`];
  return [...from, ...to].join(" and ");
}

function bothOf(minIncluded: boolean, maxIncluded: boolean): Form["read"] {
  return ([min, max]) => ({ min: numberIn(min), minIncluded, max: numberIn(max), maxIncluded });
}

function fromOf(minIncluded: boolean): Form["read"] {
  return ([min]) => ({ ...open, min: numberIn(min), minIncluded });
}

function toOf(maxIncluded: boolean): Form["read"] {
  return ([max]) => ({ ...open, max: numberIn(max), maxIncluded });
}

/** One space around signs, so that ">=18" and "> = 18" read alike. */
function spaceSigns(text: string): string {
  return text
    .replace(/>\s*=/g, "≥")
    .replace(/<\s*=/g, "≤")
    .replace(/\s*([<>≤≥≦≧])\s*/g, " $1 ")
    .replace(/\s+/g, " ")
    .trim();
}
