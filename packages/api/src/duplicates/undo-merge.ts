// Makes two leads of one again: the rows that came along go back, and each column that still holds what the
// merge wrote gets back what it held. What was done since stays with the lead that went on, and is said.
import { checkAgain } from "@studydesk/db/duplicates/check-queries";
import {
  findFirstKeptBefore,
  findMerge,
  isConsentWithdrawnAfter,
  letConsentsStand,
  listMergesInto,
  type MergeRecord,
  moveRowsBack,
  setMergeUndone,
} from "@studydesk/db/duplicates/merge-queries";
import { decidePair } from "@studydesk/db/duplicates/pair-queries";
import { addEvent } from "@studydesk/db/events";
import { listStandingAttempts, type StandingAttempt } from "@studydesk/db/leads/activity-queries";
import type { LeadChanges } from "@studydesk/db/leads/lead-queries";
import { type Db, inTransaction } from "@studydesk/db/open-database";
import { isContactMade } from "@studydesk/domain/contact/contact-attempt";
import type { UndoMergeInput } from "@studydesk/domain/duplicates/duplicate-inputs";
import {
  columnsOfMergeField,
  type MergeField,
  mergeFieldLabels,
  mergeFields,
} from "@studydesk/domain/duplicates/merge-fields";
import { earliest, latest } from "@studydesk/domain/duplicates/plan-merge";
import { DomainError, notFound, orNotFound } from "@studydesk/domain/errors";
import { mayErase } from "@studydesk/domain/leads/erasure";
import type { Viewer } from "@studydesk/domain/people/viewer";
import type { Deps } from "../deps";
import { type LeadView, readLeadView } from "../leads/lead-view";
import { getLead, recordLeadChange, refuseErased, saveLead } from "../leads/save-lead";
import { lockMerges, requireSiteOfWork } from "./get-pair";
import { partScreenings } from "./merge-screenings";
import { holdForMerge, type LeadToMerge } from "./read-for-merge";
import { resealNotes } from "./reseal-notes";
import { readColumns, readMoved } from "./stored-merge";

export interface MergeUndone {
  /** The lead that had gone on, and the one that rested. */
  kept: LeadView;
  merged: LeadView;
  /** What was taken back, what was not, and why. */
  sentence: string;
}

/** Throws not_found, forbidden, and rule_broken where something stops it. */
export async function undoMerge(
  deps: Pick<Deps, "db" | "now" | "live" | "noteKeys">,
  viewer: Viewer,
  { mergeId }: UndoMergeInput,
): Promise<MergeUndone> {
  const now = deps.now();
  const undone = await inTransaction(deps.db, async (trx) => {
    const found = await getMerge(trx, viewer, mergeId);
    await lockMerges(trx, found.siteId);
    const { keptId, mergedId } = found.merge;
    const { kept, other } = await holdForMerge(trx, viewer, { keptId, otherId: mergedId });
    const { merge } = await getMerge(trx, viewer, mergeId);
    await refuseUndo(trx, merge, kept, other);
    const stayed = await write(trx, deps, viewer, { merge, kept, other, at: now.toISOString() });
    const view = async (leadId: number) =>
      readLeadView(trx, viewer, await getLead(trx, viewer, leadId), now);
    return {
      kept: await view(keptId),
      merged: await view(mergedId),
      sentence: sentenceOf(merge, stayed),
    };
  });
  deps.live.announce();
  return undone;
}

/** Another site's answers like one that is not there. */
async function getMerge(trx: Db, viewer: Viewer, mergeId: number) {
  const merge = await findMerge(trx, mergeId);
  if (!merge) throw notFound("merge");
  const { siteId } = await orNotFound("merge", getLead(trx, viewer, merge.keptId));
  requireSiteOfWork(viewer, siteId);
  return { merge, siteId };
}

async function refuseUndo(
  trx: Db,
  merge: MergeRecord,
  kept: LeadToMerge,
  other: LeadToMerge,
): Promise<void> {
  refuseErased(kept);
  refuseErased(other);
  if (merge.undoneAt !== null || other.mergedIntoId !== kept.id) {
    throw new DomainError(
      "rule_broken",
      "This merge was undone already. Nothing more was changed.",
      {
        reason: "undone_already",
      },
    );
  }
  if (kept.mergedIntoId !== null) {
    throw new DomainError(
      "rule_broken",
      `Lead #${kept.id} was itself merged into #${kept.mergedIntoId} after this. Undo that first.`,
      { reason: "merged", details: { leadId: kept.mergedIntoId } },
    );
  }
  if (consentedByTheOther(merge, kept)) {
    throw new DomainError(
      "rule_broken",
      `Lead #${kept.id} goes on where #${other.id} was, and consented to the study since, which the law keeps as it is. They stay one; tell the investigator.`,
      { reason: "kept_by_law" },
    );
  }
  if (await isConsentWithdrawnAfter(trx, kept.id, merge.at)) {
    throw new DomainError(
      "rule_broken",
      "The person took back the consent to be contacted after the merge, for both leads. They stay one.",
      { reason: "consent_withdrawn" },
    );
  }
}

/** The answers and the signature that it rests on would go back to the other, and so would its place in every count. */
function consentedByTheOther(merge: MergeRecord, kept: LeadToMerge): boolean {
  const after = readColumns(merge.keptAfter ?? "{}");
  const wasTaken = readColumns(merge.keptBefore ?? "{}").statusSince !== after.statusSince;
  return wasTaken && !mayErase(kept) && mayErase({ status: after.status ?? kept.status });
}

interface Undo {
  merge: MergeRecord;
  kept: LeadToMerge;
  other: LeadToMerge;
  at: string;
}

async function write(
  trx: Db,
  { noteKeys }: Pick<Deps, "noteKeys">,
  viewer: Viewer,
  { merge, kept, other, at }: Undo,
): Promise<MergeField[]> {
  const { id: mergeId, keptId, mergedId } = merge;
  const before = readColumns(merge.keptBefore ?? "{}");
  const after = readColumns(merge.keptAfter ?? "{}");
  const rested = readColumns(merge.mergedBefore ?? "{}");
  const { rows, withdrawn, standingAttempts, screenings } = readMoved(merge.moved);
  await moveRowsBack(trx, rows, { keptId, mergedId });
  await resealNotes(trx, noteKeys, rows.notes, { from: keptId, to: mergedId });
  await letConsentsStand(trx, withdrawn);
  await setMergeUndone(trx, mergeId, { by: viewer.userId, at });

  const theirs = await listStandingAttempts(trx, mergedId);
  const broughtBack = Math.max(0, (rested.attemptCount ?? 0) + theirs.length - standingAttempts);
  const fields = fieldsBack(kept, before, after);
  const derived = await derivedColumns(trx, viewer, kept, before, after);
  const changes = onlyChanges(kept, {
    ...fields.columns,
    ...derived,
    attemptCount: Math.max(0, kept.attemptCount - broughtBack),
  });
  await saveLead(trx, viewer, kept, changes, at);
  const back = {
    ...rested,
    mergedIntoId: null,
    ...(theirs.length === standingAttempts ? {} : countersOf(theirs, broughtBack)),
  };
  await saveLead(trx, viewer, other, onlyChanges(other, back), at);
  if (screenings) {
    const status = (lead: LeadToMerge, to: LeadChanges) => ({
      ...{ id: lead.id, studyId: lead.studyId, status: to.status ?? lead.status },
    });
    const parted = { screenings, at };
    await partScreenings(trx, status(kept, changes), status(other, back), parted);
  }

  const pair = { leadA: keptId, leadB: mergedId };
  await decidePair(trx, pair, { from: "merged", to: "open", by: null, at: null });
  await checkAgain(trx, [keptId, mergedId]);
  await tellBoth(trx, viewer, { merge, kept, other, at }, fields.stayed);
  return fields.stayed;
}

/** A field that somebody wrote since stays as they wrote it. */
function fieldsBack(lead: LeadToMerge, before: LeadChanges, after: LeadChanges) {
  const now: Readonly<Record<string, unknown>> = { ...lead };
  const was: Readonly<Record<string, unknown>> = { ...before };
  const wrote: Readonly<Record<string, unknown>> = { ...after };
  const restored: string[] = [];
  const stayed: MergeField[] = [];
  for (const field of mergeFields) {
    const ofField: readonly string[] = columnsOfMergeField[field];
    if (ofField.every((column) => was[column] === wrote[column])) continue;
    if (ofField.some((column) => now[column] !== wrote[column])) stayed.push(field);
    else restored.push(...ofField);
  }
  const columns: LeadChanges = Object.fromEntries(
    Object.entries(before).filter(([column]) => restored.includes(column)),
  );
  return { columns, stayed };
}

/** What follows from the leads and attempts that are in this lead now, others that were merged into it among them. */
async function derivedColumns(
  trx: Db,
  viewer: Viewer,
  kept: LeadToMerge,
  before: LeadChanges,
  after: LeadChanges,
): Promise<LeadChanges> {
  const own = readColumns((await findFirstKeptBefore(trx, kept.id)) ?? "{}");
  const others = [];
  for (const { mergedId } of await listMergesInto(trx, kept.id)) {
    others.push(await getLead(trx, viewer, mergedId));
  }
  const standing = await listStandingAttempts(trx, kept.id);
  const spoken = standing.filter(({ outcome }) => isContactMade(outcome));
  const silenced = standing.some(({ outcome }) => outcome === "do_not_contact");
  const isSilent =
    before.doNotContact === true || silenced || others.some(({ doNotContact }) => doNotContact);
  return {
    createdAt: earliest(own.createdAt, ...others.map((lead) => lead.createdAt)) ?? kept.createdAt,
    firstAttemptAt: earliest(
      before.firstAttemptAt,
      standing[0]?.at,
      ...others.map((lead) => lead.firstAttemptAt),
    ),
    lastAttemptAt: latest(
      before.lastAttemptAt,
      standing.at(-1)?.at,
      ...others.map((lead) => lead.lastAttemptAt),
    ),
    firstContactAt: earliest(
      before.firstContactAt,
      spoken[0]?.at,
      ...others.map((lead) => lead.firstContactAt),
    ),
    // Only what the merge itself said is taken back.
    ...(after.doNotContact && !before.doNotContact ? { doNotContact: isSilent } : {}),
    ...(kept.proof === after.proof ? { proof: before.proof ?? null } : {}),
  };
}

function countersOf(standing: readonly StandingAttempt[], attemptCount: number): LeadChanges {
  return {
    attemptCount,
    firstAttemptAt: standing[0]?.at ?? null,
    lastAttemptAt: standing.at(-1)?.at ?? null,
    firstContactAt: standing.find(({ outcome }) => isContactMade(outcome))?.at ?? null,
  };
}

function onlyChanges(lead: LeadToMerge, columns: LeadChanges): LeadChanges {
  const now: Readonly<Record<string, unknown>> = { ...lead };
  return Object.fromEntries(
    Object.entries(columns).filter(([column, value]) => now[column] !== value),
  );
}

async function tellBoth(
  trx: Db,
  viewer: Viewer,
  { merge, kept, other, at }: Undo,
  stayed: readonly MergeField[],
): Promise<void> {
  for (const [lead, otherId, goesOn] of [
    [kept, other.id, true],
    [other, kept.id, false],
  ] as const) {
    await recordLeadChange(trx, viewer, {
      lead,
      at,
      activities: [
        {
          kind: "merge_undone",
          mergeId: merge.id,
          otherId,
          goesOn,
          stayed: goesOn ? [...stayed] : [],
        },
      ],
      action: "lead.merge_undone",
      details: { mergeId: merge.id, otherId, stayed: stayed.join(" ") },
    });
  }
  const { siteId } = kept;
  const event = { kind: "duplicates", subjectId: String(siteId), siteId } as const;
  await addEvent(trx, { ...event, at, byUserId: viewer.userId });
}

function sentenceOf({ keptId, mergedId }: MergeRecord, stayed: readonly MergeField[]): string {
  const done = `Leads #${keptId} and #${mergedId} are two again.`;
  if (stayed.length === 0) return done;
  const words = new Intl.ListFormat("en").format(
    stayed.map((field) => mergeFieldLabels[field].toLowerCase()),
  );
  return `${done} Changed since the merge, and left with #${keptId}: ${words}.`;
}
