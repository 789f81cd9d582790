// Finds the place of a note in the text as it is now: by digest, by the exact quote in its context, or by
// likeness. Rule guarded here: a change of a number, a bound or a negation is always told, for "18" that
// became "16" looks almost the same and changes who may join.

import { contextScore } from "./context-score";
import {
  type Candidate,
  exactCandidates,
  fuzzyCandidates,
  type SoughtQuote,
} from "./find-candidates";
import { type FoldedText, foldText } from "./fold-text";
import { type MeaningChange, meaningChanges } from "./meaning-changes";
import { passageOf, soughtPassage } from "./passages";
import type { TextAnchor, TextRange } from "./text-anchor";
import { textDigest } from "./text-digest";

export type AnchorFlag = "meaning_changed";

/**
 * `exact`: the quote stands there as it did. `moved`: found without doubt, elsewhere or in other words.
 * `may_have_moved`: the reader should look. `orphan`: gone; the note keeps its quote.
 */
export type FoundAnchor =
  | (TextRange & {
      state: "exact" | "moved" | "may_have_moved";
      /** From 0 to 1. */
      score: number;
      flags: AnchorFlag[];
      /** What the flag is about. */
      changes: MeaningChange[];
    })
  | { state: "orphan"; score: number; flags: AnchorFlag[] };

const silently = 0.85;
const withDoubt = 0.6;

export async function findAnchor(anchor: TextAnchor, currentText: string): Promise<FoundAnchor> {
  if ((await textDigest(currentText)) === anchor.textSha256) {
    const { start, end } = anchor;
    return { state: "exact", start, end, score: 1, flags: [], changes: [] };
  }
  const sought: SoughtQuote = {
    exact: foldText(anchor.exact).text,
    prefix: foldText(anchor.prefix).text,
    suffix: foldText(anchor.suffix).text,
  };
  const folded = foldText(currentText);
  const best = findBest(sought, folded, anchor.start);
  if (!best || best.score < withDoubt)
    return { state: "orphan", score: best?.score ?? 0, flags: [] };
  const changes = meaningChanges(
    soughtPassage(sought, best.isAmidTheSame),
    passageOf(folded.text, best, best.isAmidTheSame),
  );
  const range = folded.toOriginal(best);
  const isUnsure =
    best.score < silently || (!best.isAmidTheSame && wentOver(anchor, currentText, range));
  const isSame = best.quoteScore === 1 && range.start === anchor.start;
  return {
    ...range,
    state: isUnsure ? "may_have_moved" : isSame ? "exact" : "moved",
    score: best.score,
    flags: changes.length > 0 ? ["meaning_changed"] : [],
    changes,
  };
}

/**
 * A criterion that went from one list to the other says the opposite in the same words. Its own length is
 * the slack: by so much its going moved the heading.
 */
function wentOver(anchor: TextAnchor, text: string, { start: isAt }: TextRange): boolean {
  const heading = text.search(/^\W*(?:key )?exclusion\b/im);
  if (heading === -1) return false;
  const slack = anchor.exact.length;
  return isAt > heading ? anchor.start < heading + slack : anchor.start > heading - slack;
}

interface Scored extends Candidate {
  /** How sure it is that this is the place. */
  score: number;
  /** How well it compares to other places: surroundings tell two like sentences apart. */
  rank: number;
  isAmidTheSame: boolean;
}

function findBest(sought: SoughtQuote, folded: FoldedText, wasAt: number): Scored | undefined {
  if (sought.exact === "") return undefined;
  const distance = (candidate: Candidate) => Math.abs(folded.toOriginal(candidate).start - wasAt);
  const pick = (candidates: Candidate[], first?: Scored) =>
    candidates
      .map((candidate) => scoreCandidate(sought, folded.text, candidate))
      .reduce<Scored | undefined>((best, next) => {
        if (!best || next.rank > best.rank) return next;
        return next.rank === best.rank && distance(next) < distance(best) ? next : best;
      }, first);
  const exact = pick(exactCandidates(folded.text, sought));
  if (exact?.rank === 1) return exact;
  return pick(fuzzyCandidates(folded.text, sought), exact);
}

function scoreCandidate(sought: SoughtQuote, text: string, candidate: Candidate): Scored {
  const { quoteScore } = candidate;
  // Without surroundings then, those of now say nothing.
  const context = contextScore(sought, text, candidate) ?? quoteScore;
  // A short quote stands in many places: its context says which. A long one speaks for itself.
  const weight = Math.min(0.5, 6 / sought.exact.length);
  return {
    ...candidate,
    score: quoteScore * (1 - weight) + context * weight,
    rank: quoteScore * 0.7 + context * 0.3,
    // A field of a few words has too little around a quote to judge by.
    isAmidTheSame: context >= 0.35 || sought.prefix.length + sought.suffix.length < 16,
  };
}
