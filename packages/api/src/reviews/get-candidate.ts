// The candidate to read or decide on: of a site where the viewer is investigator, and still somebody whom a
// decision is waited for.

import { holdLead } from "@studydesk/db/leads/lead-queries";
import type { LeadRecord } from "@studydesk/db/leads/lead-record";
import type { Db } from "@studydesk/db/open-database";
import { listRolesOf } from "@studydesk/db/people/role-queries";
import { listReviews } from "@studydesk/db/reviews/review-queries";
import { holdScreening } from "@studydesk/db/screening/screening-queries";
import { DomainError } from "@studydesk/domain/errors";
import type { SignatureState } from "@studydesk/domain/leads/lead-status";
import type { Viewer } from "@studydesk/domain/people/viewer";
import { type ReviewDecision, reviewDecisionLabels } from "@studydesk/domain/reviews/review";
import { canReview } from "@studydesk/domain/reviews/review-policy";
import { readLeadForMove } from "../leads/lead-for-move";
import { getLead, refuseErased, refuseMerged } from "../leads/save-lead";

/** A candidate in review, or one whose signature was overtaken; null: nobody waits for a decision. */
export type WaitsFor = "review" | "new_signature" | null;

export function waitsFor(lead: LeadRecord, signature: SignatureState): WaitsFor {
  if (lead.erasedAt !== null || lead.mergedIntoId !== null) return null;
  if (lead.status === "investigator_review") return "review";
  return lead.status === "visit_scheduled" && signature === "overtaken" ? "new_signature" : null;
}

/** Throws not_found for a lead of another site, forbidden for those who do not decide here. */
export async function getLeadToReview(db: Db, viewer: Viewer, leadId: number): Promise<LeadRecord> {
  const lead = await getLead(db, viewer, leadId);
  if (canReview(viewer, lead)) return lead;
  throw new DomainError(
    "forbidden",
    "Candidates are read and decided on by investigators of this site. Ask one of them.",
  );
}

export interface WaitingCandidate {
  lead: LeadRecord;
  waitsFor: NonNullable<WaitsFor>;
}

/** First of all in the transaction: until it ends nobody changes the lead or its answers. */
export async function holdCandidate(trx: Db, leadId: number): Promise<void> {
  await holdLead(trx, leadId);
  await holdScreening(trx, leadId);
}

/**
 * Held before; roles count as they are now. Throws not_found, forbidden, rule_broken (erased, merged), and
 * conflict where it waits no longer, or waits anew.
 */
export async function getCandidateToDecide(
  trx: Db,
  viewer: Viewer,
  { leadId, reviewId }: { leadId: number; reviewId: number | null },
): Promise<WaitingCandidate> {
  // Whoever lost the role a moment ago may still have the session.
  const roles = await listRolesOf(trx, viewer.userId);
  const lead = await getLeadToReview(trx, { ...viewer, roles }, leadId);
  refuseErased(lead);
  refuseMerged(lead);
  const waiting = waitsFor(lead, (await readLeadForMove(trx, lead)).signature);
  if (waiting && lead.reviewId === reviewId) return { lead, waitsFor: waiting };
  throw await decidedMeanwhile(trx, lead, reviewId ?? 0);
}

/** Whoever was slower learns what became of the candidate. */
async function decidedMeanwhile(trx: Db, lead: LeadRecord, reviewId: number): Promise<DomainError> {
  const last = (await listReviews(trx, lead.id)).findLast(({ decision }) => decision !== null);
  const isSince =
    last && (last.id > reviewId || (last.id === reviewId && last.decidedAt === lead.statusSince));
  const decided =
    isSince && last.decision
      ? `${last.decidedByName ?? "Somebody"} decided about this candidate meanwhile: ${decisionWords(last.decision)}.`
      : "This candidate does not wait for this decision any more: it was taken back or changed meanwhile.";
  return new DomainError("conflict", `${decided} Nothing was saved; go on with the next.`, {
    reason: "not_waiting",
  });
}

function decisionWords(decision: ReviewDecision): string {
  const label = reviewDecisionLabels[decision];
  return label.charAt(0).toLowerCase() + label.slice(1);
}
