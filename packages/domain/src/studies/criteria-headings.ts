// The headings that divide eligibility text: "Key Inclusion Criteria:", "EXCLUSION CRITERIA",
// "Exclusion criteria for donors:", and sentences such as "Patients will be excluded if they have:".
import type { CriterionKind } from "./criteria";
import { cleanText } from "./criteria-text";

export type MainHeading = {
  /** "any" for "Eligibility criteria:", which does not say which of the two follows. */
  section: CriterionKind | "any";
  /** The whole heading, where it says more than that, such as for whom. */
  kept?: string;
  /** What stands on the same line after it. */
  rest: string;
};

const longestHeading = 120;
const subject =
  /\b(non[- ]?inclusion|non[- ]?eligibility|ineligibility|inclusion|exclusion|eligibility|entry|selection)s?\b(?:\s*(?:\/|and|&|or)\s*((?:non[- ]?inclusion|exclusion|inclusion))\b)?(?:\s+(criteria|criterion|criterias|criterium)\b)?/i;
const subjectLast =
  /\b(?:criteria|criterion) (?:for|of) (?:study )?(non[- ]?inclusion|inclusion|exclusion)(?:\s*(?:\/|and|&)\s*(exclusion|inclusion))?\b/i;

const wordsOf = (text: string) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
const setOf = (words: string) => new Set(words.split(" "));
const plainBefore = setOf(
  "the key main major primary principal most important study trial protocol list summary of",
);
const plainAfter = setOf(
  "are is as follows follow the following were will be include includes list only",
);
// A line with one of these is a sentence about criteria, not a heading over them.
const sentenceWords = setOf(
  "meet meets meeting met fulfil fulfill fulfils fulfilling satisfy satisfies satisfying not no any who must should shall be are is was were if have has had with per by do does did same see listed none",
);
const hasSentenceWord = (words: string[]) => words.some((word) => sentenceWords.has(word));

function sectionOf(name: string, other: string | undefined): MainHeading["section"] {
  const first = name.toLowerCase().replace(/[- ]/g, "");
  if (other) return "any";
  if (first === "inclusion") return "inclusion";
  return first === "exclusion" || first.startsWith("non") || first === "ineligibility"
    ? "exclusion"
    : "any";
}

type Place = { isMarked: boolean; hasColon: boolean };

function readHead(head: string, place: Place): Omit<MainHeading, "rest"> | undefined {
  const bare = head.replace(/^[#*_\s]+/, "").replace(/[*_\s:：]+$/, "");
  if (/^criteria$/i.test(bare)) return place.isMarked ? undefined : { section: "any" };
  const turned = subjectLast.exec(bare);
  const found = turned ?? subject.exec(bare);
  if (!found?.[1]) return undefined;
  const section = sectionOf(found[1], found[2]);
  const saysCriteria = turned !== null || found[3] !== undefined;
  const before = wordsOf(bare.slice(0, found.index));
  const after = bare.slice(found.index + found[0].length).trim();
  if (section === "any" && place.isMarked) return undefined;
  if (/^(?:entry|selection)/i.test(found[1]) && !saysCriteria) return undefined;

  const isPlainBefore = before.every((word) => plainBefore.has(word));
  const isPlainAfter =
    after === "" || (saysCriteria && wordsOf(after).every((word) => plainAfter.has(word)));
  // Only words are dropped with a heading; whatever else stands in it keeps the whole.
  if (isPlainBefore && isPlainAfter && /^[\p{L}\s/&,.-]*$/u.test(bare)) return { section };

  if (place.isMarked && !place.hasColon) return undefined;
  if (!saysCriteria && !(isPlainBefore && place.hasColon && /^(?:\(|for\b)/i.test(after)))
    return undefined;
  if (before.length > 5 || hasSentenceWord(before) || /[.;]$/.test(bare)) return undefined;
  const isQualifier =
    /^(?:$|\(|\[|[-–—,:/]|(?:for|of|in|to|at|all|part|group|cohort|arm|stage|phase|step|period|applicable|only)\b|\d|[A-Z]$)/i.test(
      after,
    );
  if (!isPlainAfter && !isQualifier) return undefined;
  const isAside = /^[([].*[)\]]$/.test(after);
  if (!isAside && !isPlainAfter && (wordsOf(after).length > 8 || hasSentenceWord(wordsOf(after))))
    return undefined;
  return { section, kept: head };
}

/** Reads a line as the heading of a section, with what may stand on the line after it. */
export function readMainHeading(text: string, isMarked: boolean): MainHeading | undefined {
  const start = text.slice(0, longestHeading);
  const colon = start.search(/[:：]/);
  if (colon >= 0) {
    const rest = cleanText(text.slice(colon + 1).replace(/^\s*(?:\*\*|__)/, ""));
    // In a list, "Exclusion criteria: pregnancy" is a heading only when nothing else precedes the colon.
    const read = readHead(start.slice(0, colon + 1), {
      isMarked,
      hasColon: !isMarked || rest === "",
    });
    if (read) return { ...read, rest };
  }
  if (text.length > longestHeading) return undefined;
  const read = readHead(text, { isMarked, hasColon: /[:：]$/.test(text) });
  return read && { ...read, rest: "" };
}

/** The section that a sentence ending in a colon opens, such as "Patients are excluded if:". */
export function leadInSection(text: string): CriterionKind | undefined {
  if (
    /\b(?:be|are|is) (?:excluded|ineligible|not eligible)\b|\bnot be (?:included|eligible|enrolled)\b/i.test(
      text,
    )
  ) {
    return "exclusion";
  }
  const isDenied = /\b(?:no|not|none|without|neither)\b/i.test(text);
  if (isDenied) return undefined;
  if (/\bexclusion criteria\b/i.test(text)) return "exclusion";
  return /\binclusion criteria\b|\b(?:be|are|is) (?:included|eligible|enrolled)\b/i.test(text)
    ? "inclusion"
    : undefined;
}
