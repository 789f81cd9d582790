// The row by which the trail itself says that an older database was put back: from which row it goes on, and which end
// was replaced. It is signed as every row is, and silences nothing: ends that were kept elsewhere still do not fit.
import type { AuditDetails } from "./audit-entry";

export const backupRestored = "backup.restored";

export interface Restored {
  /** Of the row that says so. */
  sequence: number;
  /** ISO-8601. */
  at: string;
  /** First and last of the rows that were replaced by it; null where none are known of. */
  lost: { from: number; to: number } | null;
}

export interface RestoredRow {
  sequence: number;
  at: string;
  details: AuditDetails;
}

export function readRestored({ sequence, at, details }: RestoredRow): Restored {
  const { fromSequence, replacedSequence } = details;
  const isKnown = typeof fromSequence === "number" && typeof replacedSequence === "number";
  const lost =
    isKnown && replacedSequence > fromSequence
      ? { from: fromSequence + 1, to: replacedSequence }
      : null;
  return { sequence, at, lost };
}

/** "Rows 7 to 9 of the audit trail, as they were until then, are gone." */
export function lostWords({ lost }: Restored): string {
  if (!lost) return "No rows are known to be gone by that.";
  return lost.from === lost.to
    ? `Row ${lost.from} of the audit trail, as it was until then, is gone.`
    : `Rows ${lost.from} to ${lost.to} of the audit trail, as they were until then, are gone.`;
}
