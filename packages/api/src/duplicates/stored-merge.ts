// What a merge keeps about itself, as JSON: the columns that it may write, and the rows that changed over.
import type { MovedRows } from "@studydesk/db/duplicates/merge-queries";
import type { LeadChanges } from "@studydesk/db/leads/lead-queries";
import { columnsOfMergeField } from "@studydesk/domain/duplicates/merge-fields";
import type { MergedScreenings } from "./merge-screenings";

export interface MovedThings {
  rows: MovedRows;
  /** Consents that the merge took back, because the person had on the other lead. */
  withdrawn: readonly number[];
  /** Of the merged lead: how many attempts counted. */
  standingAttempts: number;
  /** Left out where the merged lead was asked nothing. */
  screenings?: MergedScreenings;
}

const kept: readonly string[] = [
  ...Object.values(columnsOfMergeField).flat(),
  ...["doNotContact", "createdAt", "attemptCount", "proof"],
  ...["firstAttemptAt", "lastAttemptAt", "firstContactAt"],
];
const resting: readonly string[] = [
  ...columnsOfMergeField.status,
  ...columnsOfMergeField.followUp,
  ...["attemptCount", "firstAttemptAt", "lastAttemptAt", "firstContactAt"],
];

export function keptColumns(lead: object): string {
  return pick(lead, kept);
}

export function restingColumns(lead: object): string {
  return pick(lead, resting);
}

export function readColumns(stored: string): LeadChanges {
  return JSON.parse(stored);
}

export function readMoved(stored: string): MovedThings {
  return JSON.parse(stored);
}

function pick(lead: object, columns: readonly string[]): string {
  const entries = Object.entries(lead).filter(([column]) => columns.includes(column));
  return JSON.stringify(Object.fromEntries(entries));
}
