// What taking over a record would do to the study as it is stored. A record that differs only in what
// nothing here shows (the registry stamps each answer with the day) is no change.
import { diffStudies } from "./diff-studies";
import type { ImportedStudy } from "./imported-study";
import type { StudyChange } from "./study-change";

export type ImportEffect = "new" | "changed" | "unchanged";

export type StudyComparison = {
  effect: ImportEffect;
  /** Field by field; empty for a study that is new. */
  changes: StudyChange[];
  /** The stored record's last update, when the other record is older than that. */
  olderThan: string | null;
};

export function compareStudy(
  stored: ImportedStudy | undefined,
  study: ImportedStudy,
): StudyComparison {
  if (!stored) return { effect: "new", changes: [], olderThan: null };
  const changes = diffStudies(stored, study);
  return {
    effect: changes.length > 0 ? "changed" : "unchanged",
    changes,
    olderThan: isEarlier(study.lastUpdate, stored.lastUpdate) ? (stored.lastUpdate ?? null) : null,
  };
}

/** Dates are compared as far as both are given: "2026" is not before "2026-03". */
function isEarlier(date: string | undefined, other: string | undefined): boolean {
  if (date === undefined || other === undefined) return false;
  const known = Math.min(date.length, other.length);
  return date.slice(0, known) < other.slice(0, known);
}
