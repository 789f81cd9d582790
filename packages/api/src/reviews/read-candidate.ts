// A candidate's page for an investigator of the site, with what stands against a decision and what was
// decided before. Opening it is on record, as opening a lead is.
import type { Viewer } from "@studydesk/domain/people/viewer";
import { notEligibleSentences, whyNotEligible } from "@studydesk/domain/reviews/review";
import type { ReviewPage } from "@studydesk/domain/reviews/review-page";
import type { ScreeningProgress } from "@studydesk/domain/screening/screening-lines";
import type { Deps } from "../deps";
import { recordOpening } from "../leads/open-lead";
import { type AttachedNoteView, readAttachedNotes } from "./attached-notes";
import { readSigningLock } from "./confirm-signer";
import { getLeadToReview, type WaitsFor, waitsFor } from "./get-candidate";
import { type LeadReviews, readLeadReviews } from "./read-lead-reviews";
import { buildReviewPage } from "./review-page";

export interface CandidateView extends LeadReviews {
  leadId: number;
  /** Sent along with a decision: whoever was slower hears of the other. */
  reviewId: number | null;
  waitsFor: WaitsFor;
  /** Since then nothing about the person is left in it. */
  erasedAt: string | null;
  page: ReviewPage;
  /** Those that the page names by their digests, opened. */
  attachedNotes: AttachedNoteView[];
  /** Names exactly this page; a signature is given on it. */
  contentSha256: string;
  progress: ScreeningProgress;
  /** Why nobody can judge the person eligible now; null: nothing stands against it. */
  whyNotEligible: string | null;
  /** IANA zone of the site: in it the signature's time is printed. */
  timeZone: string;
  /** ISO-8601 UTC; null: this person may sign. */
  lockedUntil: string | null;
}

/** Throws not_found, forbidden. */
export async function readCandidate(
  deps: Pick<Deps, "db" | "now" | "noteKeys">,
  viewer: Viewer,
  leadId: number,
): Promise<CandidateView> {
  const { db, noteKeys } = deps;
  const lead = await getLeadToReview(db, viewer, leadId);
  await recordOpening(deps, viewer, lead);
  const { page, contentSha256, screening } = await buildReviewPage(db, viewer, lead);
  const refusal = whyNotEligible(screening.progress);
  return {
    leadId: lead.id,
    reviewId: lead.reviewId,
    waitsFor: waitsFor(lead, screening.signature),
    erasedAt: lead.erasedAt,
    attachedNotes: await readAttachedNotes(db, noteKeys, lead.id),
    ...{ page, contentSha256, progress: screening.progress },
    whyNotEligible: refusal && notEligibleSentences[refusal],
    timeZone: lead.siteTimeZone,
    lockedUntil: await readSigningLock(deps, viewer.userId),
    ...(await readLeadReviews(db, viewer, lead)),
  };
}
