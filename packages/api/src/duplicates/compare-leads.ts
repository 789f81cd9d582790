// Two leads side by side, and what a merge would do whichever of them goes on. Both count as opened.
import type { DuplicateReason } from "@studydesk/domain/duplicates/compare-people";
import type { PairInput, PairState } from "@studydesk/domain/duplicates/duplicate-pair";
import {
  isSameInBoth,
  type MergeField,
  mayMerge,
  mergeFields,
  mustKeep,
  mustTake,
  proposeKept,
  proposeTaken,
} from "@studydesk/domain/duplicates/merge-fields";
import type { Viewer } from "@studydesk/domain/people/viewer";
import type { Deps } from "../deps";
import { type LeadView, readLeadView } from "../leads/lead-view";
import { recordOpening } from "../leads/open-lead";
import { getPairToDecide } from "./get-pair";
import { type LeadToMerge, readForMerge } from "./read-for-merge";

/** What a merge does if this one goes on. */
export interface MergeChoice {
  keptId: number;
  /** Proposed: what the other lead has and this one lacks. */
  take: MergeField[];
  /** Nobody's choice: these come from the other lead, and these stay this one's. */
  mustTake: MergeField[];
  mustKeep: MergeField[];
}

export interface Comparison {
  state: PairState;
  reasons: DuplicateReason[];
  leads: [LeadView, LeadView];
  differing: MergeField[];
  proposedKeptId: number;
  choices: [MergeChoice, MergeChoice];
  mayMerge: boolean;
}

/** Throws not_found, forbidden. */
export async function compareLeads(
  { db, now }: Pick<Deps, "db" | "now">,
  viewer: Viewer,
  input: PairInput,
): Promise<Comparison> {
  const { leadA, leadB, state, reasons } = await getPairToDecide(db, viewer, input);
  const one = await readForMerge(db, viewer, leadA);
  const other = await readForMerge(db, viewer, leadB);
  for (const lead of [one, other]) await recordOpening({ db, now }, viewer, lead);
  return {
    state,
    reasons,
    leads: [
      await readLeadView(db, viewer, one, now()),
      await readLeadView(db, viewer, other, now()),
    ],
    differing: mergeFields.filter((field) => !isSameInBoth(field, one, other)),
    proposedKeptId: proposeKept(one, other).id,
    choices: [choiceOf(one, other), choiceOf(other, one)],
    mayMerge: mayMerge(one, other),
  };
}

function choiceOf(kept: LeadToMerge, other: LeadToMerge): MergeChoice {
  return {
    keptId: kept.id,
    take: proposeTaken(kept, other),
    mustTake: mustTake(kept, other),
    mustKeep: mustKeep(kept, other),
  };
}
