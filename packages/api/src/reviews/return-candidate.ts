// Sends a candidate back with a question: to pre-screening, onto the coordinator's list of what is due now.
// Nothing is judged, so nothing is signed.

import type { LeadRecord } from "@studydesk/db/leads/lead-record";
import type { Db } from "@studydesk/db/open-database";
import { inTransaction } from "@studydesk/db/open-database";
import { listReviews } from "@studydesk/db/reviews/review-queries";
import type { Viewer } from "@studydesk/domain/people/viewer";
import type { ReturnCandidateInput } from "@studydesk/domain/reviews/review-inputs";
import type { Deps } from "../deps";
import { moveLeadTo } from "../leads/change-status";
import { recordLeadChange } from "../leads/save-lead";
import { getCandidateToDecide, getLeadToReview, holdCandidate } from "./get-candidate";
import { keepDecision } from "./keep-decision";

/** Pressed twice, it is returned once. Throws not_found, forbidden, rule_broken, conflict. */
export async function returnCandidate(
  deps: Pick<Deps, "db" | "now" | "live">,
  viewer: Viewer,
  input: ReturnCandidateInput,
): Promise<{ reviewId: number }> {
  const now = deps.now();
  const at = now.toISOString();
  const { question } = input;
  const reviewId = await inTransaction(deps.db, async (trx) => {
    await holdCandidate(trx, input.leadId);
    const before = await findSameReturn(trx, viewer, input);
    if (before !== undefined) return before;
    const { lead } = await getCandidateToDecide(trx, viewer, input);
    const id = await keepDecision(trx, viewer, lead, { decision: "returned", question }, at);
    const followUp = { at, note: question };
    await moveLeadTo(trx, viewer, lead, { to: "pre_screening", followUp }, { now });
    await recordLeadChange(trx, viewer, {
      lead,
      at,
      activities: [
        { kind: "reviewed", reviewId: id, decision: "returned", label: null, note: question },
      ],
      action: "lead.review_returned",
      details: { reviewId: id },
    });
    return id;
  });
  deps.live.announce();
  return { reviewId };
}

/** The same press a second time. */
async function findSameReturn(
  trx: Db,
  viewer: Viewer,
  { leadId, question }: ReturnCandidateInput,
): Promise<number | undefined> {
  const lead: LeadRecord = await getLeadToReview(trx, viewer, leadId);
  if (lead.status !== "pre_screening") return undefined;
  const last = (await listReviews(trx, lead.id)).at(-1);
  const isSame =
    last?.decision === "returned" &&
    last.decidedBy === viewer.userId &&
    last.decidedAt === lead.statusSince &&
    last.question === question;
  return isSame ? last.id : undefined;
}
