// Writes a decision down: into the review that waited, or into a further one where a signature was overtaken
// or the review was decided before and taken back.
import type { LeadRecord } from "@studydesk/db/leads/lead-record";
import type { Db } from "@studydesk/db/open-database";
import {
  addReview,
  type DecidedReview,
  decideReview,
  listReviews,
} from "@studydesk/db/reviews/review-queries";
import { findScreening } from "@studydesk/db/screening/screening-queries";
import { DomainError } from "@studydesk/domain/errors";
import type { Viewer } from "@studydesk/domain/people/viewer";
import type { ReviewDecision } from "@studydesk/domain/reviews/review";

export interface Decided {
  decision: ReviewDecision;
  question?: string;
  reason?: string;
  criterionId?: number;
}

/** Gives the review's id. Throws rule_broken for a candidate who was asked nothing. */
export async function keepDecision(
  trx: Db,
  viewer: Viewer,
  lead: LeadRecord,
  { decision, question = null, reason = null, criterionId = null }: Nullable<Decided>,
  at: string,
): Promise<number> {
  const decided = (id: number): DecidedReview => ({
    ...{ id, decision, question, reason, criterionId },
    ...{ decidedAt: at, decidedBy: viewer.userId },
  });
  if (lead.reviewId !== null && (await decideReview(trx, decided(lead.reviewId)))) {
    return lead.reviewId;
  }
  const screening = await findScreening(trx, lead.id);
  if (!screening) {
    throw new DomainError(
      "rule_broken",
      "This person was asked none of the criteria, so there is nothing to judge. The coordinator can take the candidate back.",
      { reason: "nothing_asked" },
    );
  }
  const last = (await listReviews(trx, lead.id)).at(-1);
  const id = await addReview(trx, {
    leadId: lead.id,
    criteriaVersionId: screening.criteriaVersionId,
    sentAt: at,
    sentBy: viewer.userId,
    previousId: last?.id ?? null,
  });
  await decideReview(trx, decided(id));
  return id;
}

type Nullable<T> = { [K in keyof T]: K extends "decision" ? T[K] : T[K] | null };
