// Where in a text a quote may stand now: its exact occurrences, and places that look like it. The work is
// bounded whatever the text: a vote of short pieces names a few windows, and only these are searched.
import search from "approx-string-match";
import type { TextRange } from "./text-anchor";

/** All ranges and strings are of folded text. */
export interface SoughtQuote {
  exact: string;
  prefix: string;
  suffix: string;
}

export interface Candidate extends TextRange {
  /** 1 for the same text, less by each character that was changed, added or taken away. */
  quoteScore: number;
}

const mostExact = 500;
const mostWindows = 6;
const mostMatchesPerWindow = 40;
const gramLength = 3;
/** A piece that stands all over the quote tells nothing about a place. */
const mostPlacesOfGram = 6;

export function exactCandidates(text: string, { exact }: SoughtQuote): Candidate[] {
  const found: Candidate[] = [];
  let start = text.indexOf(exact);
  while (start !== -1 && found.length < mostExact) {
    found.push({ start, end: start + exact.length, quoteScore: 1 });
    start = text.indexOf(exact, start + 1);
  }
  return found;
}

export function fuzzyCandidates(text: string, sought: SoughtQuote): Candidate[] {
  const { exact } = sought;
  const mostErrors = Math.floor(exact.length / 2);
  const slack = Math.max(16, Math.min(256, mostErrors));
  return likelyStarts(text, sought, slack).flatMap((likely) => {
    const from = Math.max(0, likely - slack);
    const window = text.slice(from, likely + exact.length + slack);
    return search(window, exact, mostErrors)
      .slice(0, mostMatchesPerWindow)
      .map(({ start, end, errors }) => ({
        start: from + start,
        end: from + end,
        quoteScore: 1 - errors / exact.length,
      }));
  });
}

/** Each piece of the quote and its context votes for where the quote would begin; the most votes win. */
function likelyStarts(
  text: string,
  { prefix, exact, suffix }: SoughtQuote,
  slack: number,
): number[] {
  const whole = prefix + exact + suffix;
  const placesOf = new Map<string, number[]>();
  for (let place = 0; place + gramLength <= whole.length; place += 1) {
    const gram = whole.slice(place, place + gramLength);
    const places = placesOf.get(gram);
    if (!places) placesOf.set(gram, [place]);
    else if (places.length < mostPlacesOfGram) places.push(place);
  }
  const votes = new Map<number, { count: number; sum: number }>();
  for (let at = 0; at + gramLength <= text.length; at += 1) {
    for (const place of placesOf.get(text.slice(at, at + gramLength)) ?? []) {
      const start = at - place + prefix.length;
      const bucket = Math.floor(start / slack);
      const vote = votes.get(bucket);
      if (vote) {
        vote.count += 1;
        vote.sum += start;
      } else votes.set(bucket, { count: 1, sum: start });
    }
  }
  return [...votes.values()]
    .sort((a, b) => b.count - a.count)
    .slice(0, mostWindows)
    .map(({ count, sum }) => Math.max(0, Math.round(sum / count)));
}
