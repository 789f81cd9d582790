// How alike the surroundings of a place are to those that the quote had.
import search from "approx-string-match";
import type { SoughtQuote } from "./find-candidates";
import type { TextRange } from "./text-anchor";

/** From 0 (nothing in common) to 1; undefined when the quote had no surroundings. */
export function contextScore(
  { prefix, suffix }: SoughtQuote,
  text: string,
  { start, end }: TextRange,
): number | undefined {
  const length = prefix.length + suffix.length;
  if (length === 0) return undefined;
  const reach = 8;
  const before = text.slice(Math.max(0, start - prefix.length - reach), start);
  const after = text.slice(end, end + suffix.length + reach);
  const score =
    likeness(before, prefix, "end") * prefix.length +
    likeness(after, suffix, "start") * suffix.length;
  return score / length;
}

/** Any two texts of one language share half of their letters by chance: that much counts as nothing. */
function likeness(text: string, pattern: string, touching: "start" | "end"): number {
  if (pattern === "") return 0;
  if (touching === "end" ? text.endsWith(pattern) : text.startsWith(pattern)) return 1;
  const [found] = search(text, pattern, Math.floor(pattern.length / 2));
  if (!found) return 0;
  const gap = touching === "end" ? text.length - found.end : found.start;
  return Math.max(0, 1 - (2 * (found.errors + gap)) / pattern.length);
}
