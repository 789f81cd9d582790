// What a merge writes: into the lead that goes on, and into the one that rests.

import { openLeadStatuses } from "../leads/lead-status";
import type { LeadRecordForMerge } from "./lead-for-merge";
import {
  columnsOfMergeField,
  type MergeField,
  mergeFields,
  mustKeep,
  mustTake,
} from "./merge-fields";

export type MergeChanges = Partial<
  Omit<LeadRecordForMerge, "id" | "consentWithdrawnAt" | "consentGivenAt">
>;

/** Only what changes. */
export function planMerge(
  kept: LeadRecordForMerge,
  other: LeadRecordForMerge,
  picked: readonly MergeField[],
): { taken: MergeField[]; changes: MergeChanges } {
  const fixed = mustKeep(kept, other);
  const forced = mustTake(kept, other);
  const taken = mergeFields.filter(
    (field) => forced.includes(field) || (picked.includes(field) && !fixed.includes(field)),
  );
  const columns = taken.flatMap((field): readonly string[] => columnsOfMergeField[field]);
  const values: MergeChanges = Object.fromEntries(
    Object.entries(other).filter(([column]) => columns.includes(column)),
  );
  const status = values.status ?? kept.status;
  const wanted: MergeChanges = {
    ...values,
    ...(openLeadStatuses.includes(status) ? {} : { followUpAt: null, followUpNote: null }),
    // What the person said to one of us holds for both.
    doNotContact: kept.doNotContact || other.doNotContact,
    createdAt: earliest(kept.createdAt, other.createdAt) ?? kept.createdAt,
    attemptCount: kept.attemptCount + other.attemptCount,
    firstAttemptAt: earliest(kept.firstAttemptAt, other.firstAttemptAt),
    lastAttemptAt: latest(kept.lastAttemptAt, other.lastAttemptAt),
    firstContactAt: earliest(kept.firstContactAt, other.firstContactAt),
    proof: other.proof === "solved" ? other.proof : (kept.proof ?? other.proof),
  };
  const now: Readonly<Record<string, unknown>> = { ...kept };
  const changes: MergeChanges = Object.fromEntries(
    Object.entries(wanted).filter(([column, value]) => now[column] !== value),
  );
  return { taken, changes };
}

export function earliest(...times: readonly (string | null | undefined)[]): string | null {
  return times.filter((at) => typeof at === "string").toSorted()[0] ?? null;
}

export function latest(...times: readonly (string | null | undefined)[]): string | null {
  return (
    times
      .filter((at) => typeof at === "string")
      .toSorted()
      .at(-1) ?? null
  );
}
