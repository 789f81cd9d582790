// Builds what a candidate's page says, for the screen and, within the transaction, for the signature: both
// from here, so that what is signed is what was read.
import { listActivities } from "@studydesk/db/leads/activity-queries";
import type { LeadRecord } from "@studydesk/db/leads/lead-record";
import type { Db } from "@studydesk/db/open-database";
import { listAttachedNotes } from "@studydesk/db/reviews/attached-note-queries";
import { listReviews, type StoredReview } from "@studydesk/db/reviews/review-queries";
import { listSignatures } from "@studydesk/db/reviews/signature-queries";
import { siteIdsOf, type Viewer } from "@studydesk/domain/people/viewer";
import { canonicalJson } from "@studydesk/domain/reviews/canonical-json";
import { contactsOnPage, type ReviewPage } from "@studydesk/domain/reviews/review-page";
import { readScreening, type ScreeningView } from "../screening/read-screening";
import { sha256 } from "../sha256";
import { toPageAnswers } from "./page-answers";

export interface BuiltPage {
  page: ReviewPage;
  /** Names exactly this page: whoever signs sends it along. */
  contentSha256: string;
  screening: ScreeningView;
}

export async function buildReviewPage(
  db: Db,
  viewer: Viewer,
  lead: LeadRecord,
): Promise<BuiltPage> {
  const screening = await readScreening(db, viewer, lead);
  const reviews = await listReviews(db, lead.id);
  const current = reviews.find(({ id }) => id === lead.reviewId);
  const contacts = await listContacts(db, viewer, lead.id);
  const attached = await listAttachedNotes(db, lead.id);
  const notes = attached.map(({ id, contentSha256 }) => ({ id, contentSha256 }));
  const page: ReviewPage = {
    leadId: lead.id,
    firstName: lead.firstName,
    lastName: lead.lastName,
    birthYear: lead.birthYear,
    language: lead.language,
    nctId: lead.nctId,
    studyTitle: lead.studyTitle,
    siteName: lead.siteName,
    criteriaVersion: screening.version?.number ?? 0,
    sentAt: current?.sentAt ?? lead.statusSince,
    sentBy: current?.sentByName ?? null,
    answers: toPageAnswers(screening),
    contacts: contacts.slice(0, contactsOnPage),
    earlierContacts: Math.max(0, contacts.length - contactsOnPage),
    question: questionOf(reviews, current),
    decisions: await readDecisions(db, lead.id, reviews),
    ...(notes.length > 0 ? { notes } : {}),
  };
  return { page, contentSha256: pageSha256(page), screening };
}

export function pageSha256(page: ReviewPage): string {
  return sha256(canonicalJson(page));
}

/** Attempts that count, newest first. */
async function listContacts(
  db: Db,
  viewer: Viewer,
  leadId: number,
): Promise<ReviewPage["contacts"]> {
  const kinds = ["contact_attempted", "mail_written"] as const;
  const entries = await listActivities(db, siteIdsOf(viewer), leadId, { kinds });
  return entries.flatMap(({ id, at, byName, activity, isTakenBack }) => {
    if (isTakenBack) return [];
    if (activity.kind === "contact_attempted") {
      const { channel, outcome, note } = activity;
      return [{ id, at, channel, outcome, note, byName }];
    }
    if (activity.kind !== "mail_written") return [];
    const mail = { channel: "email", outcome: "message_sent" } as const;
    return [{ id, at, ...mail, note: activity.subject, byName }];
  });
}

/** What was asked back before this review, and what the coordinator says to it. */
function questionOf(
  reviews: readonly StoredReview[],
  current: StoredReview | undefined,
): ReviewPage["question"] {
  const asked = reviews.find(({ id }) => id === current?.previousId);
  if (!asked?.decidedAt || !current) return null;
  return {
    words: asked.question,
    askedAt: asked.decidedAt,
    askedBy: asked.decidedByName ?? "",
    reply: current.reply,
  };
}

async function readDecisions(
  db: Db,
  leadId: number,
  reviews: readonly StoredReview[],
): Promise<ReviewPage["decisions"]> {
  const signatures = await listSignatures(db, leadId);
  return reviews.flatMap((review) => {
    const { id, decision, decidedAt } = review;
    if (!decision || !decidedAt) return [];
    const signature = signatures.find(({ reviewId }) => reviewId === id);
    return [
      {
        ...{ reviewId: id, at: decidedAt, byName: review.decidedByName ?? "", decision },
        label: review.criterionLabel,
        words: review.question ?? review.reason,
        signatureSha256: signature?.sha256 ?? null,
      },
    ];
  });
}
