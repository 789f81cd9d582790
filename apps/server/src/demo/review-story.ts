// Made-up candidates before the investigator: sent, returned with a question, decided and signed. The signature
// is made of the same texts as a real one, so that it verifies, and the page under it is the page that was there.
import { toPageAnswers } from "@studydesk/api/reviews/page-answers";
import { sha256 } from "@studydesk/api/sha256";
import { canonicalJson } from "@studydesk/domain/reviews/canonical-json";
import { arrangeVisitNote, type SignedDecision } from "@studydesk/domain/reviews/review";
import { contactsOnPage, type ReviewPage } from "@studydesk/domain/reviews/review-page";
import { canonicalSignatureText, meaningWords } from "@studydesk/domain/reviews/signature";
import type { AskedCriterion } from "@studydesk/domain/screening/criterion";
import type { DemoColleague } from "./demo-place";
import { type LeadStory, noFollowUp } from "./lead-story";

/** `reply`: to the question of the review before. False: a guard says no. */
export function sendToReview(story: LeadStory, at: Date, reply: string | null = null): boolean {
  const { lead, rows, worker, ids } = story;
  if (!rows.screening || !story.move(at, "investigator_review")) return false;
  const last = rows.reviews.at(-1);
  const id = ids.review++;
  rows.reviews.push({
    ...{ id, leadId: lead.id, criteriaVersionId: rows.screening.criteriaVersionId },
    ...{ sentAt: at.toISOString(), sentBy: worker.userId, sentByName: worker.name },
    previousId: last?.decision === "returned" ? last.id : null,
    ...{ reply, decision: null, question: null, reason: null, criterionId: null },
    ...{ decidedAt: null, decidedBy: null, byName: "" },
  });
  lead.reviewId = id;
  if (last?.question && last.question === lead.followUpNote) Object.assign(lead, noFollowUp);
  if (reply !== null) {
    story.tell(at, worker, { kind: "question_answered", reviewId: id, note: reply });
  }
  return true;
}

export function returnWithQuestion(
  story: LeadStory,
  at: Date,
  by: DemoColleague,
  question: string,
): void {
  const review = decide(story, at, by);
  Object.assign(review, { decision: "returned", question });
  followUpWith(story, at, by, question);
  story.move(at, "pre_screening", {}, by);
  story.tell(at, by, {
    ...{ kind: "reviewed", reviewId: review.id, decision: "returned" },
    ...{ label: null, note: question },
  });
}

export type MadeUpDecision =
  | { decision: "eligible" }
  | { decision: "not_eligible"; criterion: AskedCriterion; reason: string };

export function signDecision(
  story: LeadStory,
  at: Date,
  by: DemoColleague,
  made: MadeUpDecision,
): void {
  const { rows } = story;
  const failed = made.decision === "not_eligible" ? made : null;
  const label = failed?.criterion.label ?? null;
  const reason = failed?.reason ?? null;
  const page = pageOf(story);
  const review = decide(story, at, by);
  Object.assign(review, { decision: made.decision, reason });
  review.criterionId = failed?.criterion.id ?? null;
  addSignature(story, { at, by, page, reviewId: review.id }, made.decision, { label, reason });
  if (rows.screening) {
    const stands = made.decision === "eligible" ? rows.screening.answersSha256 : null;
    rows.screening.signedSha256 = stands;
  }
  if (failed) {
    story.move(at, "pre_screen_failure", { criterionId: failed.criterion.id, isSigned: true }, by);
  } else {
    followUpWith(story, at, by, arrangeVisitNote);
    story.move(at, "visit_scheduled", { isSigned: true }, by);
  }
  const told = { kind: "reviewed", reviewId: review.id, decision: made.decision } as const;
  story.tell(at, by, { ...told, label, note: reason });
}

function addSignature(
  { rows, place, lead }: LeadStory,
  on: { at: Date; by: DemoColleague; page: ReviewPage; reviewId: number },
  decision: SignedDecision,
  said: { label: string | null; reason: string | null },
): void {
  const { at, by, page, reviewId } = on;
  const content = canonicalJson({ page, decision: { decision, ...said } });
  const { criteriaVersion } = page;
  const signature = {
    ...{ reviewId, signerId: by.userId, printedName: by.name },
    meaning: meaningWords({
      ...{ decision, answers: page.answers.length, criteriaVersion, label: said.label },
    }),
    ...{ signedAt: at.toISOString(), timeZone: place.timeZone, contentSha256: sha256(content) },
    answersSha256: rows.screening?.answersSha256 ?? "",
  };
  const digest = sha256(canonicalSignatureText(signature));
  rows.signatures.push({ ...signature, leadId: lead.id, content, sha256: digest });
}

function decide({ rows }: LeadStory, at: Date, by: DemoColleague) {
  const review = rows.reviews.at(-1);
  if (!review) throw new Error("Nobody sent this made-up candidate to review.");
  return Object.assign(review, {
    ...{ decidedAt: at.toISOString(), decidedBy: by.userId, byName: by.name },
  });
}

function followUpWith(story: LeadStory, at: Date, by: DemoColleague, note: string): void {
  const from = story.lead.followUpAt;
  story.tell(at, by, { kind: "follow_up_set", from, to: at.toISOString(), note });
  story.followUp(at, note);
}

/** What stands on the candidate's page at this moment. */
function pageOf({ lead, rows, place, answerOf }: LeadStory): ReviewPage {
  const contacts = rows.activities.flatMap(({ id, at, told, byName }) => {
    if (told.kind !== "contact_attempted") return [];
    const { channel, outcome, note } = told;
    return [{ id, at, channel, outcome, note, byName }];
  });
  const current = rows.reviews.at(-1);
  const asked = rows.reviews.find(({ id }) => id === current?.previousId);
  const { firstName, lastName, birthYear, language } = lead;
  return {
    ...{ leadId: lead.id, firstName, lastName, birthYear, language },
    ...{ nctId: place.nctId, studyTitle: place.studyTitle, siteName: place.siteName },
    criteriaVersion: place.questions?.number ?? 0,
    ...{ sentAt: current?.sentAt ?? lead.statusSince, sentBy: current?.sentByName ?? null },
    answers: toPageAnswers({ lines: linesOf(place.questions?.criteria ?? [], answerOf) }),
    contacts: contacts.toReversed().slice(0, contactsOnPage),
    earlierContacts: Math.max(0, contacts.length - contactsOnPage),
    question: asked?.decidedAt
      ? {
          ...{ words: asked.question, askedAt: asked.decidedAt, askedBy: asked.byName },
          reply: current?.reply ?? null,
        }
      : null,
    decisions: rows.reviews.flatMap(({ id, decision, decidedAt, byName, question, reason }) => {
      if (!decision || !decidedAt) return [];
      const signature = rows.signatures.find(({ reviewId }) => reviewId === id);
      const words = question ?? reason;
      const signatureSha256 = signature?.sha256 ?? null;
      return [
        { reviewId: id, at: decidedAt, byName, decision, label: null, words, signatureSha256 },
      ];
    }),
  };
}

function linesOf(criteria: readonly AskedCriterion[], answerOf: LeadStory["answerOf"]) {
  return criteria.map((criterion) => {
    const row = answerOf(criterion);
    const answer = row && {
      ...row,
      ...{ value: row.said, answeredByName: row.byName, versionNumber: 0, askedAs: null },
    };
    return { criterion, answer, earlier: [] };
  });
}
