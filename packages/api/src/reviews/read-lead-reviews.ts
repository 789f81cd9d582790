// What was decided about a lead, by whom, with the signatures under it and whether each still fits its
// record; and what changed since the last one.
import type { LeadRecord } from "@studydesk/db/leads/lead-record";
import type { Db } from "@studydesk/db/open-database";
import { listReviews, type StoredReview } from "@studydesk/db/reviews/review-queries";
import { listSignatures, type StoredSignature } from "@studydesk/db/reviews/signature-queries";
import type { SignatureState } from "@studydesk/domain/leads/lead-status";
import type { Viewer } from "@studydesk/domain/people/viewer";
import { type AnswerChange, changedAnswers } from "@studydesk/domain/reviews/compare-pages";
import type { ReviewDecision } from "@studydesk/domain/reviews/review";
import { type SignedContent, signedContent } from "@studydesk/domain/reviews/review-page";
import type { SignatureCheck } from "@studydesk/domain/reviews/signature";
import { readScreening, type ScreeningView } from "../screening/read-screening";
import { toPageAnswers } from "./page-answers";
import { verifySignature } from "./verify-signature";

export interface SignatureView {
  printedName: string;
  meaning: string;
  signedAt: string;
  /** IANA: the zone in which the time is printed. */
  timeZone: string;
  sha256: string;
  check: SignatureCheck;
}

export interface ReviewView {
  id: number;
  sentAt: string;
  sentByName: string;
  versionNumber: number;
  /** To the question of an earlier review. */
  reply: string | null;
  state: "waiting" | "taken_back" | "decided";
  decision: ReviewDecision | null;
  /** The question, or why somebody is not eligible. */
  words: string | null;
  /** Of the criterion that failed. */
  label: string | null;
  decidedAt: string | null;
  decidedByName: string | null;
  signature: SignatureView | null;
}

export interface LeadReviews {
  /** Oldest first. */
  reviews: ReviewView[];
  signature: {
    state: Exclude<SignatureState, "none">;
    versionNumber: number;
    signedAt: string;
    timeZone: string;
    printedName: string;
    /** Since then; null where what was signed is gone. */
    changes: AnswerChange[] | null;
  } | null;
}

/** The lead was found within the viewer's sites. */
export async function readLeadReviews(
  db: Db,
  viewer: Viewer,
  lead: LeadRecord,
): Promise<LeadReviews> {
  const reviews = await listReviews(db, lead.id);
  if (reviews.length === 0) return { reviews: [], signature: null };
  const signatures = await listSignatures(db, lead.id);
  return {
    reviews: reviews.map((review) =>
      toReviewView(
        review,
        lead,
        signatures.find(({ reviewId }) => reviewId === review.id),
      ),
    ),
    signature: toCurrent(reviews, signatures, await readScreening(db, viewer, lead)),
  };
}

export function toReviewView(
  review: StoredReview,
  lead: Pick<LeadRecord, "status" | "reviewId">,
  signature: StoredSignature | undefined,
): ReviewView {
  const { id, sentAt, sentByName, versionNumber, reply, decision } = review;
  const isWaiting = lead.status === "investigator_review" && lead.reviewId === id;
  return {
    ...{ id, sentAt, sentByName, versionNumber, reply, decision },
    state: decision ? "decided" : isWaiting ? "waiting" : "taken_back",
    words: review.question ?? review.reason,
    label: review.criterionLabel,
    decidedAt: review.decidedAt,
    decidedByName: review.decidedByName,
    signature: signature ? toSignatureView(signature) : null,
  };
}

function toSignatureView(signature: StoredSignature): SignatureView {
  const { printedName, meaning, signedAt, timeZone, sha256 } = signature;
  return { printedName, meaning, signedAt, timeZone, sha256, check: verifySignature(signature) };
}

/** The last signature that judged the person eligible, as long as nothing has taken its place. */
function toCurrent(
  reviews: readonly StoredReview[],
  signatures: readonly StoredSignature[],
  screening: ScreeningView,
): LeadReviews["signature"] {
  const last = signatures.at(-1);
  const review = reviews.find(({ id }) => id === last?.reviewId);
  if (!last || !review || screening.signature === "none") return null;
  const { signedAt, timeZone, printedName } = last;
  const content = readContent(last);
  return {
    ...{ state: screening.signature, versionNumber: review.versionNumber },
    ...{ signedAt, timeZone, printedName },
    changes: content && changedAnswers(content.page.answers, toPageAnswers(screening)),
  };
}

/** Null: the person was erased, or somebody tampered with it. */
export function readContent({ content }: StoredSignature): SignedContent | null {
  if (content === null) return null;
  try {
    return signedContent.parse(JSON.parse(content));
  } catch {
    return null;
  }
}
