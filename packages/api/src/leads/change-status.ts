// Moves a lead along its life, through the guards of each way. Leads that are closed lose their
// follow-up; one that opens again because the person asked may be contacted again.

import { holdLead, type LeadChanges } from "@studydesk/db/leads/lead-queries";
import type { LeadRecord } from "@studydesk/db/leads/lead-record";
import { type Db, inTransaction } from "@studydesk/db/open-database";
import { addReview, listReviews } from "@studydesk/db/reviews/review-queries";
import { findCriterionWords, isCriterionOf } from "@studydesk/db/screening/criteria-queries";
import { DomainError } from "@studydesk/domain/errors";
import type { Activity } from "@studydesk/domain/leads/activity";
import type { ChangeStatusInput } from "@studydesk/domain/leads/lead-inputs";
import {
  canMove,
  type LeadForMove,
  moveRefusalSentences,
  openLeadStatuses,
} from "@studydesk/domain/leads/lead-status";
import { milestonesOf } from "@studydesk/domain/leads/milestones";
import {
  consentDayProblem,
  consentDays,
  type StudyConsent,
} from "@studydesk/domain/leads/study-consent";
import type { Viewer } from "@studydesk/domain/people/viewer";
import type { Deps } from "../deps";
import { pinToVersionInForce } from "../screening/refresh-screening";
import { type MovableLead, readLeadForMove } from "./lead-for-move";
import { type LeadView, readLeadView } from "./lead-view";
import {
  batchOf,
  getLead,
  getLeadToChange,
  type LeadWork,
  recordLeadChange,
  saveLead,
} from "./save-lead";
import { requireFreeNumber } from "./set-screening-number";

export async function changeStatus(
  deps: Pick<Deps, "db" | "now" | "live">,
  viewer: Viewer,
  input: ChangeStatusInput,
): Promise<LeadView> {
  const now = deps.now();
  const view = await inTransaction(deps.db, async (trx) => {
    const lead = await getLeadToChange(trx, viewer, input, ["status", "doNotContact"]);
    const changeId = await moveLeadTo(trx, viewer, lead, input, { now });
    return readLeadView(trx, viewer, await getLead(trx, viewer, lead.id), now, { changeId });
  });
  deps.live.announce();
  return view;
}

type Move = Pick<ChangeStatusInput, "to" | "reason" | "criterionId" | "studyConsent"> & {
  /** An investigator's decision moves it, signed in the same transaction. */
  isSigned?: boolean;
  /** What is to be done next, and when: set with the move. */
  followUp?: { at: string; note: string };
  /** To the question with which the investigator sent the candidate back. */
  reply?: string | undefined;
};

function checkMove(lead: LeadForMove, { to, ...given }: Move, now: Date): void {
  const answer = canMove(lead, to, given, now);
  if (answer.ok) return;
  throw new DomainError("rule_broken", moveRefusalSentences[answer.refusal], {
    reason: answer.refusal,
  });
}

/** Through the guards; gives the change's id. Throws rule_broken. */
export async function moveLeadTo(
  trx: Db,
  viewer: Viewer,
  lead: LeadRecord,
  input: Move,
  work: LeadWork,
): Promise<number> {
  const at = work.now.toISOString();
  // What the guards look at stays as it is until the move is made.
  await holdLead(trx, lead.id);
  // Whoever names a criterion names one of those in force, asked of this person before or not.
  if (input.criterionId !== undefined) await pinToVersionInForce(trx, lead, at);
  const movable = await readLeadForMove(trx, lead);
  checkMove(movable, input, work.now);
  const { to, reason = null, criterionId = null } = input;
  const failed = criterionId === null ? undefined : await getCriterion(trx, movable, criterionId);
  const consented = to === "in_screening" ? input.studyConsent : undefined;
  if (consented) await requireConsent(trx, lead, consented, work.now);
  const liftsSilence = lead.doNotContact && reason === "person_asked";
  const changes = {
    status: to,
    statusSince: at,
    statusReason: reason,
    criterionId,
    ...milestonesOf(lead, to, input, at),
    ...(consented?.screeningNumber ? { screeningNumber: consented.screeningNumber } : {}),
    ...(await reviewOf(trx, viewer, { lead, movable, input, at })),
    ...followUpAfter(input),
    ...(liftsSilence ? { doNotContact: false } : {}),
  };
  const changeId = await saveLead(trx, viewer, lead, changes, at, { batch: batchOf(work) });
  await pinToVersionInForce(trx, { ...lead, status: to }, at);
  const record = {
    lead,
    at,
    activities: [
      ...(input.followUp ? [followUpSet(lead, input.followUp)] : []),
      {
        kind: "status_changed",
        ...{ from: lead.status, to, reason },
        ...(failed ? { label: failed.label } : {}),
      },
    ],
    action: "lead.status_changed",
    details: {
      from: lead.status,
      to,
      reason,
      ...(criterionId === null ? {} : { criterionId }),
      ...(liftsSilence ? { doNotContact: false } : {}),
    },
  } as const;
  await recordLeadChange(trx, viewer, record, work);
  return changeId;
}

/** Throws invalid for a day on which the consent cannot have been given, rule_broken for a number that is taken. */
async function requireConsent(
  trx: Db,
  lead: LeadRecord,
  { on, screeningNumber }: StudyConsent,
  now: Date,
): Promise<void> {
  const problem = consentDayProblem(on, consentDays(lead, now));
  if (problem) throw new DomainError("invalid", problem, { reason: "consent_day" });
  if (screeningNumber !== undefined) await requireFreeNumber(trx, lead, screeningNumber);
}

/** Throws not_found unless the criterion is one of those that the lead is asked. */
async function getCriterion(
  trx: Db,
  { screening }: MovableLead,
  criterionId: number,
): Promise<{ label: string }> {
  if (screening && (await isCriterionOf(trx, screening.criteriaVersionId, criterionId))) {
    const criterion = await findCriterionWords(trx, criterionId);
    if (criterion) return criterion;
  }
  throw new DomainError(
    "not_found",
    "This criterion is not one of those that this person was asked. Open the questions again and name one of them.",
  );
}

/** Whoever is sent to the investigator waits there in a review of its own; the question is answered with it. */
async function reviewOf(
  trx: Db,
  { userId }: Viewer,
  move: { lead: LeadRecord; movable: MovableLead; input: Move; at: string },
): Promise<LeadChanges> {
  const { lead, movable, input, at } = move;
  if (input.to !== "investigator_review" || !movable.screening) return {};
  const { criteriaVersionId } = movable.screening;
  const last = (await listReviews(trx, lead.id)).findLast(({ decision }) => decision !== null);
  const isAnswered = last?.question != null && last.question === lead.followUpNote;
  return {
    ...(isAnswered ? { followUpAt: null, followUpNote: null } : {}),
    reviewId: await addReview(trx, {
      leadId: lead.id,
      criteriaVersionId,
      sentAt: at,
      sentBy: userId,
      previousId: last?.decision === "returned" ? last.id : null,
      reply: input.reply ?? null,
    }),
  };
}

function followUpAfter({ to, followUp }: Move) {
  if (!openLeadStatuses.includes(to)) return { followUpAt: null, followUpNote: null };
  return followUp ? { followUpAt: followUp.at, followUpNote: followUp.note } : {};
}

function followUpSet(lead: LeadRecord, { at, note }: { at: string; note: string }): Activity {
  return { kind: "follow_up_set", from: lead.followUpAt, to: at, note };
}
