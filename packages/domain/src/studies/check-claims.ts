// Marks what a text about a study says and the registry's text does not bear out: amounts, treatments and
// names, promises, obligations. The same rules every time and everywhere, in the browser while somebody
// types and on the server before anything is published; a person decides what to make of each.
import type { PublicLanguage } from "../public-language";
import { indexNames } from "./claim-names";
import { findPromises, type PromiseKind, promiseKinds } from "./claim-promises";
import { findQuantities, indexQuantities } from "./claim-quantities";
import { foldForClaims, sentenceAround } from "./claim-text";
import { indexTreatments } from "./claim-treatments";

export const claimKinds = ["number", "treatment", "name", ...promiseKinds] as const;
export type ClaimKind = "number" | "treatment" | "name" | PromiseKind;

export const claimKindLabels: Readonly<Record<ClaimKind, string>> = {
  number: "Number",
  treatment: "Treatment",
  name: "Name",
  benefit: "Promise",
  safety: "Risk played down",
  obligation: "Obligation",
};

export interface ClaimFinding {
  kind: ClaimKind;
  /** The words as they stand in the text, from `start` to `end`. */
  quote: string;
  start: number;
  end: number;
  /** What is wrong and what to do, in plain words. */
  why: string;
  /**
   * Names the claim: its kind, its words and the sentence around them. A claim that was checked stays
   * checked while its sentence stands, wherever it moves.
   */
  key: string;
}

const promiseReasons: Readonly<Record<PromiseKind, string>> = {
  benefit:
    "This promises a benefit or says that something works. A study is done because nobody knows yet: say what it tries to find out.",
  safety:
    "This plays risks down. Say that the study team explains the risks before anybody decides.",
  obligation:
    "Taking part is voluntary, and everybody may stop. Say what people would be asked to do, or who can take part.",
};

const otherScript =
  "This reads like a medicine’s name in another script than the registry text. Compare it with the record yourself.";

/** Reads the registry text once; what it gives is asked again and again while somebody types. */
export function createClaimCheck(
  registryText: string,
): (text: string, language: PublicLanguage) => ClaimFinding[] {
  const source = foldForClaims(registryText);
  const supportOf = indexQuantities(source);
  const treatmentsIn = indexTreatments(source);
  const namesIn = indexNames(source);
  return (written, language) => {
    const text = foldForClaims(written);
    const found: Omit<ClaimFinding, "quote" | "key">[] = [];
    for (const { start, end, ...quantity } of findQuantities(text, language)) {
      const support = supportOf({ start, end, ...quantity });
      if (support === "supported") continue;
      const quote = written.slice(start, end);
      found.push({ kind: "number", start, end, why: numberReason(quote, support) });
    }
    for (const { start, end, isComparable } of treatmentsIn(text, language)) {
      const why = isComparable ? absent(written.slice(start, end)) : otherScript;
      found.push({ kind: "treatment", start, end, why });
    }
    for (const { start, end } of namesIn(text, language)) {
      found.push({ kind: "name", start, end, why: absent(written.slice(start, end)) });
    }
    for (const { kind, start, end } of findPromises(text, language)) {
      found.push({ kind, start, end, why: promiseReasons[kind] });
    }
    return withoutOverlaps(found).map((finding): ClaimFinding => {
      const { kind, start, end } = finding;
      const quote = written.slice(start, end);
      return {
        ...finding,
        quote,
        key: `${kind}: ${quote}: ${sentenceAround(written, start, end)}`,
      };
    });
  };
}

/** Whose keys are not among those that were checked. */
export function openFindings(
  findings: readonly ClaimFinding[],
  checkedKeys: readonly string[],
): ClaimFinding[] {
  const checked = new Set(checkedKeys);
  return findings.filter(({ key }) => !checked.has(key));
}

function numberReason(quote: string, support: "other_unit" | "absent"): string {
  if (support === "absent") return absent(quote);
  return `The registry text has this number, but not as “${quote}”. Correct it, or take it out.`;
}

function absent(quote: string): string {
  return `“${quote}” is not in the registry text. Correct it, or take it out.`;
}

/** By place; of two over the same words the one that says more: the longer, then the earlier kind. */
function withoutOverlaps<T extends { kind: ClaimKind; start: number; end: number }>(
  found: readonly T[],
): T[] {
  const kept: T[] = [];
  const ranked = found.toSorted(
    (a, b) =>
      claimKinds.indexOf(a.kind) - claimKinds.indexOf(b.kind) ||
      b.end - b.start - (a.end - a.start) ||
      a.start - b.start,
  );
  for (const finding of ranked) {
    const isCovered = kept.some(({ start, end }) => finding.start < end && start < finding.end);
    if (!isCovered) kept.push(finding);
  }
  return kept.sort((a, b) => a.start - b.start);
}
