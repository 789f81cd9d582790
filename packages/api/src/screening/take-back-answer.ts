// Takes back an answer of one's own that still stands: the one before it stands again, with its author and
// its time, or the criterion is open as it was.
import { holdLead } from "@studydesk/db/leads/lead-queries";
import { type Db, inTransaction } from "@studydesk/db/open-database";
import { findAnswer, letAnswerStand, replaceAnswers } from "@studydesk/db/screening/answer-queries";
import { findScreening } from "@studydesk/db/screening/screening-queries";
import { DomainError, notFound, orNotFound } from "@studydesk/domain/errors";
import { undoWithinMs } from "@studydesk/domain/leads/undo";
import type { Viewer } from "@studydesk/domain/people/viewer";
import type { TakeBackAnswerInput } from "@studydesk/domain/screening/answer-input";
import { answerRefusal } from "@studydesk/domain/screening/answer-policy";
import { asksTheSame } from "@studydesk/domain/screening/criterion";
import type { Deps } from "../deps";
import { getLead, getLeadToWorkOn } from "../leads/save-lead";
import { recordAnswer } from "./answer-criterion";
import { listPlacedAnswers, type PlacedStoredAnswer, readVersion } from "./placed-answers";
import { readScreening, type ScreeningView } from "./read-screening";
import { refreshScreening } from "./refresh-screening";

export interface AnswerTakenBack {
  screening: ScreeningView;
  /** What was taken back, and what stands now. */
  sentence: string;
}

/** Throws not_found, forbidden, and rule_broken where it may not be taken back any more. */
export async function takeBackAnswer(
  deps: Pick<Deps, "db" | "now" | "live">,
  viewer: Viewer,
  { answerId }: TakeBackAnswerInput,
): Promise<AnswerTakenBack> {
  const now = deps.now();
  const takenBack = await inTransaction(deps.db, async (trx) => {
    const found = await findAnswer(trx, answerId);
    if (!found) throw notFound("answer");
    await orNotFound("answer", getLeadToWorkOn(trx, viewer, found.leadId));
    await holdLead(trx, found.leadId);
    const lead = await getLeadToWorkOn(trx, viewer, found.leadId);
    const refusal = answerRefusal(lead.status);
    if (refusal) throw new DomainError("rule_broken", refusal, { reason: "closed" });
    const screening = await findScreening(trx, lead.id);
    if (!screening) throw notFound("answer");
    const version = await readVersion(trx, screening.criteriaVersionId);
    const answers = (await listPlacedAnswers(trx, [lead.id], version)).get(lead.id) ?? [];
    const answer = getOwnAnswer(answers, viewer, answerId, now);
    const at = now.toISOString();
    const previous = previousOf(answers, answer);
    await replaceAnswers(trx, [answer.id], at);
    if (previous) await letAnswerStand(trx, previous.id);
    await refreshScreening(trx, lead.id, version.id, at);
    await recordAnswer(trx, viewer, {
      lead,
      criterion: answer.criterion,
      answerId: previous?.id ?? null,
      from: answer.answer,
      to: previous?.answer ?? null,
      at,
    });
    const { label } = answer.criterion;
    const sentence = previous
      ? `Taken back: ${label} is answered as it was before.`
      : `Taken back: ${label} is open again.`;
    return { screening: await readFresh(trx, viewer, lead.id), sentence };
  });
  deps.live.announce();
  return takenBack;
}

async function readFresh(trx: Db, viewer: Viewer, leadId: number): Promise<ScreeningView> {
  return readScreening(trx, viewer, await getLead(trx, viewer, leadId));
}

function getOwnAnswer(
  answers: readonly PlacedStoredAnswer[],
  { userId }: Viewer,
  answerId: number,
  now: Date,
): PlacedStoredAnswer {
  const answer = answers.find(({ id }) => id === answerId);
  if (answer?.answeredBy !== userId) {
    throw new DomainError(
      "rule_broken",
      "This answer is somebody else's. Answer the criterion again instead; theirs stays readable.",
      { reason: "not_yours" },
    );
  }
  if (answer.replacedAt !== null) {
    throw new DomainError(
      "rule_broken",
      "Another answer stands since, so nothing was taken back. Look at the criterion again.",
      { reason: "changed_since" },
    );
  }
  if (Date.parse(answer.answeredAt) < now.getTime() - undoWithinMs) {
    throw new DomainError(
      "rule_broken",
      "This answer is too old to be taken back. Answer the criterion again.",
      { reason: "too_late" },
    );
  }
  return answer;
}

/** What it took the place of: nothing where that was asked in other words. */
function previousOf(
  answers: readonly PlacedStoredAnswer[],
  answer: PlacedStoredAnswer,
): PlacedStoredAnswer | undefined {
  return answers
    .filter(
      (each) =>
        each.id < answer.id &&
        each.replacedAt === answer.answeredAt &&
        each.criterion.lineId === answer.criterion.lineId &&
        asksTheSame(each.criterion, answer.criterion),
    )
    .at(-1);
}
