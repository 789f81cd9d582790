// An investigator's decision with the signature under it, in one transaction: decision, signature, the
// lead's move, activity, audit and event come together or not at all. What is signed is built here anew and
// has to be the very page that the investigator had in front of them.
import type { LeadRecord } from "@studydesk/db/leads/lead-record";
import { type Db, inTransaction } from "@studydesk/db/open-database";
import { findPerson } from "@studydesk/db/people/person-queries";
import {
  addSignature,
  listSignatures,
  setSignedAnswers,
} from "@studydesk/db/reviews/signature-queries";
import { findScreening } from "@studydesk/db/screening/screening-queries";
import { DomainError, notFound } from "@studydesk/domain/errors";
import type { Viewer } from "@studydesk/domain/people/viewer";
import { canonicalJson } from "@studydesk/domain/reviews/canonical-json";
import {
  arrangeVisitNote,
  notEligibleSentences,
  whyNotEligible,
} from "@studydesk/domain/reviews/review";
import type { SignDecisionInput } from "@studydesk/domain/reviews/review-inputs";
import type { SignedContent } from "@studydesk/domain/reviews/review-page";
import { canonicalSignatureText, meaningWords } from "@studydesk/domain/reviews/signature";
import { moveLeadTo } from "../leads/change-status";
import { getLead, recordLeadChange, saveLead } from "../leads/save-lead";
import { sha256 } from "../sha256";
import { confirmSigner, type SigningDeps } from "./confirm-signer";
import {
  getCandidateToDecide,
  getLeadToReview,
  holdCandidate,
  type WaitingCandidate,
} from "./get-candidate";
import { keepDecision } from "./keep-decision";
import { readContent } from "./read-lead-reviews";
import { type BuiltPage, buildReviewPage, pageSha256 } from "./review-page";

export interface Signed {
  reviewId: number;
  sha256: string;
}

/**
 * Pressed twice, it is signed once. Throws not_found, forbidden, invalid (wrong password), rate_limited,
 * conflict (decided meanwhile, the page changed), rule_broken.
 */
export async function signDecision(
  deps: SigningDeps,
  viewer: Viewer,
  input: SignDecisionInput,
): Promise<Signed> {
  // First who may at all: whoever may not learns nothing about any password.
  const seen = await getLeadToReview(deps.db, viewer, input.leadId);
  await confirmSigner(deps, viewer, seen, input.proof);
  const now = deps.now();
  const signed = await inTransaction(deps.db, async (trx) => {
    await holdCandidate(trx, input.leadId);
    const before = await findSameSignature(trx, viewer, input);
    if (before) return before;
    const candidate = await getCandidateToDecide(trx, viewer, input);
    return sign(trx, viewer, candidate, input, now);
  });
  deps.live.announce();
  return signed;
}

async function sign(
  trx: Db,
  viewer: Viewer,
  { lead, waitsFor }: WaitingCandidate,
  input: SignDecisionInput,
  now: Date,
): Promise<Signed> {
  const at = now.toISOString();
  const built = await buildReviewPage(trx, viewer, lead);
  if (built.contentSha256 !== input.contentSha256) throw pageChanged();
  const decision = readDecision(input, built);
  const answersSha256 = (await findScreening(trx, lead.id))?.answersSha256 ?? "";
  const { reason } = decision;
  const criterionId = input.decision === "not_eligible" ? input.criterionId : null;
  const reviewId = await keepDecision(
    trx,
    viewer,
    lead,
    { decision: decision.decision, reason, criterionId },
    at,
  );
  const content = canonicalJson({ page: built.page, decision });
  const signature = {
    reviewId,
    signerId: viewer.userId,
    printedName: (await findPerson(trx, viewer.userId))?.name ?? viewer.name,
    meaning: meaningWords({
      ...{ decision: decision.decision, label: decision.label },
      answers: built.screening.progress.answered,
      criteriaVersion: built.page.criteriaVersion,
    }),
    signedAt: at,
    timeZone: lead.siteTimeZone,
    contentSha256: sha256(content),
    answersSha256,
  };
  const digest = sha256(canonicalSignatureText(signature));
  await addSignature(trx, { ...signature, leadId: lead.id, content, sha256: digest });
  await setSignedAnswers(trx, lead.id, decision.decision === "eligible" ? answersSha256 : null);
  await moveOn(trx, viewer, { lead, waitsFor }, { input, reviewId, now });
  await recordLeadChange(trx, viewer, {
    lead,
    at,
    activities: [
      {
        ...{ kind: "reviewed", reviewId, decision: decision.decision },
        ...{ label: decision.label, note: reason },
      },
    ],
    action: "lead.review_signed",
    details: {
      ...{ reviewId, decision: decision.decision, criterionId },
      ...{ criteriaVersion: built.page.criteriaVersion, signatureSha256: digest },
    },
  });
  return { reviewId, sha256: digest };
}

/** What is signed besides the page. Throws rule_broken, not_found. */
function readDecision(input: SignDecisionInput, { page, screening }: BuiltPage) {
  if (input.decision === "not_eligible") {
    const failed = page.answers.find(({ criterionId }) => criterionId === input.criterionId);
    if (!failed) throw notFound("criterion");
    return { decision: input.decision, label: failed.label, reason: input.reason };
  }
  const refusal = whyNotEligible(screening.progress);
  if (refusal) {
    throw new DomainError("rule_broken", notEligibleSentences[refusal], { reason: refusal });
  }
  return { decision: input.decision, label: null, reason: null };
}

/** Where the decision takes the lead; whoever had a visit planned already keeps it. */
async function moveOn(
  trx: Db,
  viewer: Viewer,
  { lead, waitsFor }: WaitingCandidate,
  { input, reviewId, now }: { input: SignDecisionInput; reviewId: number; now: Date },
): Promise<void> {
  const at = now.toISOString();
  const work = { now };
  if (input.decision === "not_eligible") {
    const { criterionId } = input;
    const failed = { to: "pre_screen_failure", criterionId, isSigned: true } as const;
    if (waitsFor === "review") await moveLeadTo(trx, viewer, lead, failed, work);
    else {
      await moveLeadTo(trx, viewer, lead, { to: "pre_screening" }, work);
      await moveLeadTo(trx, viewer, await getLead(trx, viewer, lead.id), failed, work);
    }
  } else if (waitsFor === "review") {
    const followUp = { at, note: arrangeVisitNote };
    const eligible = { to: "visit_scheduled", isSigned: true, followUp } as const;
    await moveLeadTo(trx, viewer, lead, eligible, work);
  }
  const moved = await getLead(trx, viewer, lead.id);
  if (moved.reviewId !== reviewId) await saveLead(trx, viewer, moved, { reviewId }, at);
}

/** The same press a second time: the decision that this person signed on this very page. */
async function findSameSignature(
  trx: Db,
  viewer: Viewer,
  input: SignDecisionInput,
): Promise<Signed | undefined> {
  const lead: LeadRecord = await getLeadToReview(trx, viewer, input.leadId);
  const last = (await listSignatures(trx, lead.id)).at(-1);
  if (!last || last.signerId !== viewer.userId) return undefined;
  const content = readContent(last);
  if (!content || pageSha256(content.page) !== input.contentSha256) return undefined;
  const { reviewId, sha256: digest } = last;
  return isSameDecision(content, input) ? { reviewId, sha256: digest } : undefined;
}

function isSameDecision({ page, decision }: SignedContent, input: SignDecisionInput): boolean {
  if (decision.decision !== input.decision) return false;
  if (input.decision === "eligible") return true;
  const failed = page.answers.find(({ criterionId }) => criterionId === input.criterionId);
  return failed?.label === decision.label && decision.reason === input.reason;
}

function pageChanged(): DomainError {
  return new DomainError(
    "conflict",
    "Something on this page changed while you read it. Nothing was signed: look at what is marked as new, then decide.",
    { reason: "page_changed" },
  );
}
