// Answers that one person gave one after the other are one line of a timeline: eleven of them would push the
// last call out of sight.
import type { TimelineEntry } from "../lead-types";

export interface FoldedEntry {
  entry: TimelineEntry;
  /** Told in the same line, newest first. */
  also: TimelineEntry[];
}

/** Newest first, as they come. */
export function foldAnswers(entries: readonly TimelineEntry[]): FoldedEntry[] {
  const folded: FoldedEntry[] = [];
  for (const entry of entries) {
    const newer = folded.at(-1);
    const goesOn =
      newer?.entry.activity.kind === "criterion_answered" &&
      entry.activity.kind === "criterion_answered" &&
      newer.entry.byUserId === entry.byUserId;
    if (newer && goesOn) newer.also.push(entry);
    else folded.push({ entry, also: [] });
  }
  return folded;
}
