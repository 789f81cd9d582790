// The middle of many waiting times and how far they lie apart.
import type { Spread } from "./report";

/** Seconds in, hours out; between two values the share counts, as `percentile_cont` of SQL has it. */
export function quartilesOf(
  seconds: readonly number[],
): Pick<Spread, "lowerQuartile" | "median" | "upperQuartile"> {
  const sorted = new Float64Array(seconds).sort();
  const at = (share: number): number | null => {
    const place = (sorted.length - 1) * share;
    const below = sorted[Math.floor(place)];
    const above = sorted[Math.ceil(place)];
    if (below === undefined || above === undefined) return null;
    // Whoever was called before their message was written down waited for nothing.
    const [from, until] = [Math.max(0, below), Math.max(0, above)];
    return (from + (until - from) * (place - Math.floor(place))) / 3600;
  };
  return { lowerQuartile: at(0.25), median: at(0.5), upperQuartile: at(0.75) };
}
