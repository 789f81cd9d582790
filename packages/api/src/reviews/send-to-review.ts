// Sends a candidate to the investigator, with the answer to the question that they came back with.
import { inTransaction } from "@studydesk/db/open-database";
import type { Viewer } from "@studydesk/domain/people/viewer";
import type { SendToReviewInput } from "@studydesk/domain/reviews/review-inputs";
import type { Deps } from "../deps";
import { moveLeadTo } from "../leads/change-status";
import { type LeadView, readLeadView } from "../leads/lead-view";
import { getLead, getLeadToChange, recordLeadChange } from "../leads/save-lead";

/** Throws not_found, forbidden, conflict, rule_broken. */
export async function sendToReview(
  deps: Pick<Deps, "db" | "now" | "live">,
  viewer: Viewer,
  { reply, ...input }: SendToReviewInput,
): Promise<LeadView> {
  const now = deps.now();
  const view = await inTransaction(deps.db, async (trx) => {
    const lead = await getLeadToChange(trx, viewer, input, ["status", "doNotContact"]);
    const move = { to: "investigator_review", reply } as const;
    const changeId = await moveLeadTo(trx, viewer, lead, move, { now });
    const sent = await getLead(trx, viewer, lead.id);
    if (reply !== undefined && sent.reviewId !== null) {
      await recordLeadChange(trx, viewer, {
        lead,
        at: now.toISOString(),
        activities: [{ kind: "question_answered", reviewId: sent.reviewId, note: reply }],
        action: "lead.question_answered",
        details: { reviewId: sent.reviewId },
      });
    }
    return readLeadView(trx, viewer, sent, now, { changeId });
  });
  deps.live.announce();
  return view;
}
