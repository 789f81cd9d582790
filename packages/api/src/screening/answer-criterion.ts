// Answers one criterion for a lead: what was said is judged here, what stood before stays as a row of its
// own, and an answer that somebody else gave meanwhile is shown instead of being written over.

import { holdLead } from "@studydesk/db/leads/lead-queries";
import type { LeadRecord } from "@studydesk/db/leads/lead-record";
import { type Db, inTransaction } from "@studydesk/db/open-database";
import { isSignedSince } from "@studydesk/db/reviews/signature-queries";
import { addAnswer, replaceAnswers, setEvidence } from "@studydesk/db/screening/answer-queries";
import { listCriteriaAmong } from "@studydesk/db/screening/criteria-queries";
import { findScreening } from "@studydesk/db/screening/screening-queries";
import { findVersionInForce } from "@studydesk/db/screening/version-queries";
import { DomainError } from "@studydesk/domain/errors";
import { consentedStatuses } from "@studydesk/domain/leads/lead-status";
import type { Viewer } from "@studydesk/domain/people/viewer";
import type { Answer } from "@studydesk/domain/screening/answer";
import type { AnswerCriterionInput } from "@studydesk/domain/screening/answer-input";
import { answerRefusal, beginsPreScreening } from "@studydesk/domain/screening/answer-policy";
import { type AskedCriterion, asksTheSame } from "@studydesk/domain/screening/criterion";
import { judgeAnswer } from "@studydesk/domain/screening/judge-answer";
import { screeningLines } from "@studydesk/domain/screening/screening-lines";
import type { Deps } from "../deps";
import { moveLeadTo } from "../leads/change-status";
import { getLead, getLeadToWorkOn, recordLeadChange } from "../leads/save-lead";
import {
  type AskedVersion,
  listPlacedAnswers,
  type PlacedStoredAnswer,
  readVersion,
} from "./placed-answers";
import { readScreening, type ScreeningView } from "./read-screening";
import { refreshScreening } from "./refresh-screening";

export interface Answered {
  /** False: another answer stands since, and was left alone; it is in `screening`. */
  saved: boolean;
  screening: ScreeningView;
  /** The answer that stands for the criterion now. */
  answerId: number | null;
  /** Where this answer began the pre-screening: the change of status, by which it is taken back. */
  changeId: number | null;
}

/** Evidence that is typed on within this time belongs to the answer that it was typed for. */
const evidenceWithinMs = 10 * 60_000;

/** Throws not_found, forbidden, invalid, and rule_broken where nothing may be answered. */
export async function answerCriterion(
  deps: Pick<Deps, "db" | "now" | "live">,
  viewer: Viewer,
  input: AnswerCriterionInput,
): Promise<Answered> {
  const now = deps.now();
  const answered = await inTransaction(deps.db, async (trx) => {
    await getLeadToWorkOn(trx, viewer, input.leadId);
    // Two people at one lead go one after the other: each counts what the other answered.
    await holdLead(trx, input.leadId);
    const lead = await getLeadToWorkOn(trx, viewer, input.leadId);
    const refusal = answerRefusal(lead.status);
    if (refusal) throw new DomainError("rule_broken", refusal, { reason: "closed" });
    const version = await getVersionToAnswer(trx, lead);
    const criterion = await getCriterion(trx, version, input.criterionId);
    const told = await write(trx, viewer, { lead, version, criterion, input, now });
    const after = await getLead(trx, viewer, lead.id);
    return { ...told, screening: await readScreening(trx, viewer, after) };
  });
  if (answered.saved) deps.live.announce();
  return answered;
}

/** The one in force; after consent, the one that the lead was asked by until then. */
async function getVersionToAnswer(trx: Db, lead: LeadRecord): Promise<AskedVersion> {
  const pinned = consentedStatuses.includes(lead.status)
    ? await findScreening(trx, lead.id)
    : undefined;
  const versionId = pinned?.criteriaVersionId ?? (await findVersionInForce(trx, lead.studyId))?.id;
  if (versionId !== undefined) return readVersion(trx, versionId);
  throw new DomainError(
    "rule_broken",
    "This study has no criteria to ask about yet. They come with its record from the registry, or are written under Studies.",
    { reason: "no_criteria" },
  );
}

/** Asked by an earlier version on the screen: it is the same question, or has to be read again. */
async function getCriterion(
  trx: Db,
  { criteria }: AskedVersion,
  criterionId: number,
): Promise<AskedCriterion> {
  const criterion = criteria.find(({ id }) => id === criterionId);
  if (criterion) return criterion;
  const [seen] = await listCriteriaAmong(trx, [criterionId]);
  const same = criteria.find(
    (each) => each.lineId === seen?.criterion.lineId && asksTheSame(each, seen.criterion),
  );
  if (same) return same;
  throw new DomainError(
    "rule_broken",
    "This question is not asked any more as you saw it: the criteria changed meanwhile. They have been loaded again; read the question, then answer.",
    { reason: "criteria_changed" },
  );
}

interface Work {
  lead: LeadRecord;
  version: AskedVersion;
  criterion: AskedCriterion;
  input: AnswerCriterionInput;
  now: Date;
}

type Told = Pick<Answered, "saved" | "answerId" | "changeId">;

async function write(trx: Db, viewer: Viewer, work: Work): Promise<Told> {
  const { lead, version, criterion, input, now } = work;
  const answer = judge(criterion, input);
  const answers = (await listPlacedAnswers(trx, [lead.id], version)).get(lead.id) ?? [];
  const before = screeningLines([criterion], answers)[0]?.answer ?? null;
  const isSaid = before !== null && saysTheSame(before, input);
  if (before && isSaid && before.evidence === input.evidence && before.source === input.source) {
    // Sent again because the answer to it was lost on the way, or somebody else says the same.
    return { saved: true, answerId: before.id, changeId: null };
  }
  const isExpected = (before?.id ?? null) === input.expectedAnswerId;
  if (!isExpected && !(before && isSaid && goesOnFrom(before, viewer, input))) {
    return { saved: false, answerId: before?.id ?? null, changeId: null };
  }
  const at = now.toISOString();
  const changeId = beginsPreScreening(lead.status)
    ? await moveLeadTo(trx, viewer, lead, { to: "pre_screening" }, { now })
    : null;
  const { evidence, source, value } = input;
  const isTypedOn = before !== null && isSaid && (await takesEvidence(trx, viewer, before, work));
  let answerId: number;
  if (isTypedOn) {
    answerId = before.id;
    await setEvidence(trx, answerId, { evidence, source, at });
  } else {
    const standing = answers.filter(
      (each) =>
        each.criterion.lineId === criterion.lineId && asksTheSame(each.criterion, criterion),
    );
    await replaceAnswers(
      trx,
      standing.map(({ id }) => id),
      at,
    );
    const given = { leadId: lead.id, criterionId: criterion.id, answer, value, evidence, source };
    answerId = await addAnswer(trx, { ...given, answeredAt: at, answeredBy: viewer.userId });
  }
  await refreshScreening(trx, lead.id, version.id, at);
  const from = before?.answer ?? null;
  await recordAnswer(trx, viewer, { lead, criterion, answerId, from, to: answer, at });
  return { saved: true, answerId, changeId };
}

/** Throws invalid for a value that the criterion's rule cannot read. */
function judge({ kind, rule }: AskedCriterion, { value }: AnswerCriterionInput): Answer {
  const answer = judgeAnswer(kind, rule, value);
  if (value === null || answer !== "unknown") return answer;
  const wanted = {
    yes_no: "with yes or no",
    number: "with a number",
    date: "with a date",
    choice: "with one of its choices",
  }[rule.kind];
  throw new DomainError(
    "invalid",
    `This criterion is answered ${wanted}, or as unknown. Nothing was saved; answer it again.`,
    { reason: "value" },
  );
}

function saysTheSame(before: PlacedStoredAnswer, { value }: AnswerCriterionInput): boolean {
  return before.value === value;
}

/** One's own answer, saved without this screen hearing of it: what is typed since says more of the same. */
function goesOnFrom(
  before: PlacedStoredAnswer,
  { userId }: Viewer,
  { evidence }: AnswerCriterionInput,
): boolean {
  return before.answeredBy === userId && (evidence ?? "").startsWith(before.evidence ?? "");
}

async function takesEvidence(
  trx: Db,
  { userId }: Viewer,
  before: PlacedStoredAnswer,
  { lead, criterion, now }: Work,
): Promise<boolean> {
  return (
    before.answeredBy === userId &&
    before.criterionId === criterion.id &&
    now.getTime() - Date.parse(before.answeredAt) <= evidenceWithinMs &&
    !(await isSignedSince(trx, lead.id, before.answeredAt))
  );
}

/** Evidence that is typed on tells the team nothing new; the audit keeps that it was. */
export async function recordAnswer(
  trx: Db,
  viewer: Viewer,
  change: {
    lead: LeadRecord;
    criterion: Pick<AskedCriterion, "id" | "label">;
    /** Null: the criterion is open again. */
    answerId: number | null;
    from: Answer | null;
    to: Answer | null;
    at: string;
  },
): Promise<void> {
  const { lead, criterion, answerId, from, to, at } = change;
  const { id: criterionId, label } = criterion;
  await recordLeadChange(trx, viewer, {
    lead,
    at,
    activities: from === to ? [] : [{ kind: "criterion_answered", criterionId, label, from, to }],
    action: "lead.criterion_answered",
    details: { criterionId, answerId, from, to },
  });
}
