// A lead's reviews in its panel: the two features know nothing of each other.
import { moveRefusalSentences } from "@studydesk/domain/leads/lead-status";
import type { LeadView } from "../features/leads/lead-types";
import { ReviewBlock } from "../features/reviews/review-block";

/** Nothing for the many that never came that far. */
export function renderReview(lead: LeadView) {
  if (lead.milestones.screenedAt === null) return null;
  const { id, siteId, status, version } = lead;
  const sending = lead.moves.find(({ to }) => to === "investigator_review");
  return (
    <ReviewBlock
      key={id}
      lead={{
        ...{ id, siteId, status, version },
        canSend: sending !== undefined,
        sendBlocked: sending?.blocked ? moveRefusalSentences[sending.blocked] : null,
      }}
    />
  );
}
