// A lead's questions with the answers that hold, as screens show them: the version that it is asked by, how
// far it is, what speaks against the person, and what was answered before.
import type { LeadRecord } from "@studydesk/db/leads/lead-record";
import type { Db } from "@studydesk/db/open-database";
import { findScreening } from "@studydesk/db/screening/screening-queries";
import { findVersionInForce } from "@studydesk/db/screening/version-queries";
import type { SignatureState } from "@studydesk/domain/leads/lead-status";
import type { Viewer } from "@studydesk/domain/people/viewer";
import { type Answer, type EvidenceSource, fits } from "@studydesk/domain/screening/answer";
import { answerRefusal, canAnswer } from "@studydesk/domain/screening/answer-policy";
import type { AskedCriterion } from "@studydesk/domain/screening/criterion";
import type { AnswerValue } from "@studydesk/domain/screening/judge-answer";
import {
  progressOf,
  retiredLines,
  type ScreeningLine,
  type ScreeningProgress,
  screeningLines,
} from "@studydesk/domain/screening/screening-lines";
import { signatureOf } from "../leads/lead-for-move";
import { listPlacedAnswers, type PlacedStoredAnswer, readVersion } from "./placed-answers";

export interface AnswerView {
  id: number;
  criterionId: number;
  /** Of the version in which it was asked. */
  versionNumber: number;
  answer: Answer;
  value: AnswerValue;
  evidence: string | null;
  source: EvidenceSource | null;
  answeredAt: string;
  answeredBy: string;
  answeredByName: string;
  /** Later than `answeredAt` where evidence was typed on. */
  updatedAt: string;
  replacedAt: string | null;
  /** As it was asked then; null: the very criterion beside which it stands. */
  askedAs: AskedCriterion | null;
}

export interface ScreeningLineView {
  criterion: AskedCriterion;
  answer: AnswerView | null;
  /** Newest first. */
  earlier: AnswerView[];
}

export interface ScreeningView {
  leadId: number;
  /** The one that the lead is asked by, or will be from its first answer on; null: the study has no criteria. */
  version: { id: number; number: number; publishedAt: string | null } | null;
  /** Whether it began. */
  isPinned: boolean;
  /** In the study's order. */
  lines: ScreeningLineView[];
  /** Answered once, and asked no longer. */
  retired: ScreeningLineView[];
  progress: ScreeningProgress;
  /** What speaks against the person; each may be named as the failure. */
  failing: { criterionId: number; label: string }[];
  signature: SignatureState;
  canAnswer: boolean;
  /** Why nobody may, in this status. */
  refusal: string | null;
}

/** The lead was found within the viewer's sites. */
export async function readScreening(
  db: Db,
  viewer: Viewer,
  lead: LeadRecord,
): Promise<ScreeningView> {
  const pinned = await findScreening(db, lead.id);
  const versionId =
    pinned?.criteriaVersionId ?? (await findVersionInForce(db, lead.studyId))?.id ?? null;
  const rest = {
    leadId: lead.id,
    isPinned: pinned !== undefined,
    signature: signatureOf(pinned ?? null),
    canAnswer: canAnswer(viewer, lead),
    refusal: answerRefusal(lead.status) ?? null,
  };
  if (versionId === null) {
    const none = { lines: [], retired: [], failing: [], progress: progressOf([]) };
    return { ...rest, ...none, version: null };
  }
  const version = await readVersion(db, versionId);
  const answers = (await listPlacedAnswers(db, [lead.id], version)).get(lead.id) ?? [];
  const lines = screeningLines(version.criteria, answers);
  const { id, number, publishedAt } = version;
  return {
    ...rest,
    version: { id, number, publishedAt },
    lines: lines.map(toLineView),
    retired: retiredLines(version.criteria, answers).map(toLineView),
    progress: progressOf(lines),
    failing: lines.flatMap(({ criterion, answer }) =>
      answer && fits(criterion.kind, answer.answer) === false
        ? [{ criterionId: criterion.id, label: criterion.label }]
        : [],
    ),
  };
}

function toLineView(line: ScreeningLine<PlacedStoredAnswer>): ScreeningLineView {
  const { criterion, answer, earlier } = line;
  return {
    criterion,
    answer: answer && toAnswerView(answer, criterion),
    earlier: earlier.map((each) => toAnswerView(each, criterion)),
  };
}

function toAnswerView(answer: PlacedStoredAnswer, beside: AskedCriterion): AnswerView {
  const { leadId: _, criterion, ...view } = answer;
  return { ...view, askedAs: criterion.id === beside.id ? null : criterion };
}
