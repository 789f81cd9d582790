// Makes one lead of two of the same person: one goes on with the history of both, the other rests and
// points to it. What came along is remembered row by row, so that undoing brings back exactly that.
import { checkAgain } from "@studydesk/db/duplicates/check-queries";
import {
  addMerge,
  moveRows,
  setMoved,
  withdrawConsentsGivenUntil,
} from "@studydesk/db/duplicates/merge-queries";
import { decidePair } from "@studydesk/db/duplicates/pair-queries";
import { addEvent } from "@studydesk/db/events";
import { listStandingAttempts } from "@studydesk/db/leads/activity-queries";
import type { LeadChanges } from "@studydesk/db/leads/lead-queries";
import { type Db, inTransaction } from "@studydesk/db/open-database";
import type { MergeLeadsInput } from "@studydesk/domain/duplicates/duplicate-inputs";
import {
  type MergeField,
  mayMerge,
  withdrawalThatStands,
} from "@studydesk/domain/duplicates/merge-fields";
import { planMerge } from "@studydesk/domain/duplicates/plan-merge";
import { DomainError, staleVersion } from "@studydesk/domain/errors";
import type { Viewer } from "@studydesk/domain/people/viewer";
import { auditedChanges } from "../audit/audited-changes";
import type { Deps } from "../deps";
import { type LeadView, readLeadView } from "../leads/lead-view";
import {
  getLead,
  recordLeadChange,
  refuseErased,
  refuseMerged,
  saveLead,
} from "../leads/save-lead";
import { decidedAlready } from "./decide-pair";
import { getPairToDecide, lockMerges } from "./get-pair";
import { mergeScreenings } from "./merge-screenings";
import { holdForMerge, type LeadToMerge } from "./read-for-merge";
import { resealNotes } from "./reseal-notes";
import { keptColumns, type MovedThings, restingColumns } from "./stored-merge";

export interface Merged {
  mergeId: number;
  /** The lead that goes on. */
  lead: LeadView;
}

type MergeDeps = Pick<Deps, "db" | "now" | "live" | "noteKeys">;

/** Throws not_found, forbidden, conflict, and rule_broken where a lead was erased or merged. */
export async function mergeLeads(
  deps: MergeDeps,
  viewer: Viewer,
  input: MergeLeadsInput,
): Promise<Merged> {
  const now = deps.now();
  const merged = await inTransaction(deps.db, async (trx) => {
    const pair = { leadA: input.keptId, leadB: input.otherId };
    const { siteId } = await getPairToDecide(trx, viewer, pair);
    await lockMerges(trx, siteId);
    const { kept, other } = await holdForMerge(trx, viewer, input);
    refuse(kept, input.keptVersion);
    refuse(other, input.otherVersion);
    if (!mayMerge(kept, other)) throw bothTakePart();
    const decision = { to: "merged", by: viewer.userId, at: now.toISOString() } as const;
    if (!(await decidePair(trx, pair, { from: "open", ...decision }))) throw decidedAlready();
    const mergeId = await write(trx, deps, viewer, { kept, other, take: input.take, now });
    const lead = await getLead(trx, viewer, kept.id);
    return { mergeId, lead: await readLeadView(trx, viewer, lead, now) };
  });
  deps.live.announce();
  return merged;
}

function refuse(lead: LeadToMerge, seenVersion: number): void {
  refuseErased(lead);
  refuseMerged(lead);
  if (lead.version !== seenVersion) throw staleVersion("lead", lead.version);
}

interface Merge {
  kept: LeadToMerge;
  other: LeadToMerge;
  take: readonly MergeField[];
  now: Date;
}

async function write(
  trx: Db,
  { noteKeys }: Pick<Deps, "noteKeys">,
  viewer: Viewer,
  { kept, other, take, now }: Merge,
): Promise<number> {
  const at = now.toISOString();
  const { taken, changes } = planMerge(kept, other, take);
  const rest: LeadChanges = {
    status: "invalid",
    statusSince: at,
    statusReason: "duplicate",
    followUpAt: null,
    followUpNote: null,
    mergedIntoId: kept.id,
    // One of its kind at a study site: it goes on with the other lead.
    screeningNumber: null,
  };
  const mergeId = await addMerge(trx, {
    keptId: kept.id,
    mergedId: other.id,
    at,
    byUserId: viewer.userId,
    keptBefore: keptColumns(kept),
    keptAfter: keptColumns({ ...kept, ...changes }),
    mergedBefore: restingColumns(other),
  });
  const standing = await listStandingAttempts(trx, other.id);
  const withdrawnAt = withdrawalThatStands(kept, other);
  const rows = await moveRows(trx, other.id, kept.id);
  await resealNotes(trx, noteKeys, rows.notes, { from: other.id, to: kept.id });
  const withdrawn =
    withdrawnAt === null ? [] : await withdrawConsentsGivenUntil(trx, kept.id, withdrawnAt);
  const screenings = await mergeScreenings(
    trx,
    { ...kept, status: changes.status ?? kept.status },
    other.id,
    { otherLeads: taken.includes("status"), at },
  );
  const moved: MovedThings = {
    ...{ rows, withdrawn, standingAttempts: standing.length },
    ...(screenings ? { screenings } : {}),
  };
  await setMoved(trx, mergeId, JSON.stringify(moved));
  await saveLead(trx, viewer, other, rest, at);
  await saveLead(trx, viewer, kept, changes, at);
  await checkAgain(trx, [kept.id]);
  await tellBoth(trx, viewer, { kept, other, mergeId, at, taken, changes });
  return mergeId;
}

async function tellBoth(
  trx: Db,
  viewer: Viewer,
  {
    kept,
    other,
    mergeId,
    at,
    taken,
    changes,
  }: Omit<Merge, "take" | "now"> & {
    mergeId: number;
    at: string;
    taken: readonly MergeField[];
    changes: LeadChanges;
  },
): Promise<void> {
  for (const [lead, otherId, goesOn] of [
    [kept, other.id, true],
    [other, kept.id, false],
  ] as const) {
    await recordLeadChange(trx, viewer, {
      lead,
      at,
      activities: [{ kind: "merged", mergeId, otherId, goesOn, taken: [...taken] }],
      action: goesOn ? "lead.merged_in" : "lead.merged_away",
      details: {
        ...{ mergeId, otherId, taken: taken.join(" ") },
        ...(goesOn
          ? await auditedChanges(trx, kept, changes)
          : { from: other.status, to: "invalid", reason: "duplicate" }),
      },
    });
  }
  const { siteId } = kept;
  const event = { kind: "duplicates", subjectId: String(siteId), siteId } as const;
  await addEvent(trx, { ...event, at, byUserId: viewer.userId });
}

function bothTakePart(): DomainError {
  return new DomainError(
    "rule_broken",
    "Both leads have begun to take part in the study, and the law keeps the records of each. They stay two; tell the investigator.",
    { reason: "both_take_part" },
  );
}
