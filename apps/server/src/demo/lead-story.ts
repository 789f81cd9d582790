// A made-up lead's history as it is being told: every change of status passes the guards of a real one, and
// the lead's columns are what the history adds up to. Nothing is written until it is told to the end.
import { signatureOf } from "@studydesk/api/leads/lead-for-move";
import { sha256 } from "@studydesk/api/sha256";
import type { NewRow, Row } from "@studydesk/db/schema";
import { type ContactOutcome, isContactMade } from "@studydesk/domain/contact/contact-attempt";
import type { Activity } from "@studydesk/domain/leads/activity";
import {
  canMove,
  type LeadStatus,
  type MoveGiven,
  openLeadStatuses,
} from "@studydesk/domain/leads/lead-status";
import { milestonesOf } from "@studydesk/domain/leads/milestones";
import { canonicalAnswers } from "@studydesk/domain/screening/canonical-answers";
import type { AskedCriterion } from "@studydesk/domain/screening/criterion";
import { type AnswerValue, judgeAnswer } from "@studydesk/domain/screening/judge-answer";
import { progressOf } from "@studydesk/domain/screening/screening-lines";
import type { MadeUpAnswer } from "./answer-words";
import type { DemoColleague, DemoPlace } from "./demo-place";

/** Ids to give out: the rows refer to each other before any is written. */
export interface NextIds {
  lead: number;
  submission: number;
  attempt: number;
  activity: number;
  answer: number;
  review: number;
  visit: number;
}

type AnswerRow = Row<"answers"> & { said: AnswerValue; byName: string };

/** The rows of one lead, in the order in which they came to be. */
export interface StoryRows {
  lead: Row<"leads">;
  submission: NewRow<"submissions">;
  consent: NewRow<"consents">;
  attempts: NewRow<"contactAttempts">[];
  activities: (NewRow<"activities"> & { told: Activity; byName: string | null; id: number })[];
  answers: AnswerRow[];
  screening: Row<"screenings"> | null;
  reviews: (Row<"reviews"> & { byName: string; sentByName: string })[];
  signatures: NewRow<"signatures">[];
  visits: Row<"visits">[];
}

export interface LeadStory {
  readonly place: DemoPlace;
  readonly worker: DemoColleague;
  readonly rows: StoryRows;
  readonly lead: Row<"leads">;
  readonly ids: NextIds;
  tell(at: Date, by: DemoColleague | null, activity: Activity): void;
  attempt(at: Date, outcome: ContactOutcome, note: string | null): void;
  /** False: a guard says no, and nothing happened. */
  move(at: Date, to: LeadStatus, given?: MoveGiven, by?: DemoColleague): boolean;
  followUp(at: Date, note: string | null): void;
  answer(at: Date, criterion: AskedCriterion, answer: MadeUpAnswer): void;
  /** The answer that stands. */
  answerOf(criterion: AskedCriterion): AnswerRow | null;
  answersSha256(): string;
}

export function tellStory(
  place: DemoPlace,
  worker: DemoColleague,
  ids: NextIds,
  begun: Pick<StoryRows, "lead" | "submission" | "consent">,
): LeadStory {
  const { lead } = begun;
  const rows: StoryRows = {
    ...begun,
    ...{ attempts: [], activities: [], answers: [], screening: null },
    ...{ reviews: [], signatures: [], visits: [] },
  };
  const criteria = place.questions?.criteria ?? [];
  const standing = new Map<number, AnswerRow>();
  const lines = () =>
    criteria.map((criterion) => {
      const row = standing.get(criterion.lineId);
      return { criterion, answer: row ? { ...row, value: row.said } : null };
    });
  const answersSha256 = () =>
    sha256(
      standing.size === 0 && place.questions
        ? place.questions.emptyText
        : canonicalAnswers(lines()),
    );
  const tell: LeadStory["tell"] = (at, by, activity) => {
    rows.activities.push({
      ...{ id: ids.activity++, leadId: lead.id, at: at.toISOString(), kind: activity.kind },
      ...{ byUserId: by?.userId ?? null, data: JSON.stringify(activity) },
      ...{ told: activity, byName: by?.name ?? null },
    });
  };
  const refresh = (iso: string) => {
    const { questions } = place;
    if (!questions) return;
    const before = rows.screening;
    rows.screening = {
      ...{ leadId: lead.id, criteriaVersionId: questions.id, ...progressOf(lines()) },
      answersSha256: answersSha256(),
      ...{ signedSha256: before?.signedSha256 ?? null, startedAt: before?.startedAt ?? iso },
      updatedAt: iso,
    };
  };
  const move: LeadStory["move"] = (at, to, given = {}, by = worker) => {
    const { screening } = rows;
    const movable = { ...lead, screening, signature: signatureOf(screening) };
    if (!canMove(movable, to, given, at).ok) return false;
    const { reason = null, criterionId = null } = given;
    const iso = at.toISOString();
    tell(at, by, { kind: "status_changed", from: lead.status, to, reason });
    Object.assign(lead, milestonesOf(lead, to, given, iso));
    Object.assign(lead, { status: to, statusSince: iso, statusReason: reason, criterionId });
    if (!openLeadStatuses.includes(to)) Object.assign(lead, noFollowUp);
    lead.version++;
    if (to === "pre_screening" && !screening) refresh(iso);
    return true;
  };
  return {
    ...{ place, worker, rows, lead, ids, tell, move, answersSha256 },
    attempt: (at, outcome, note) => {
      const attemptId = ids.attempt++;
      const iso = at.toISOString();
      const made = { channel: "phone", outcome, note } as const;
      const byUserId = worker.userId;
      rows.attempts.push({ id: attemptId, leadId: lead.id, at: iso, ...made, byUserId });
      tell(at, worker, { kind: "contact_attempted", attemptId, ...made });
      lead.ownerId ??= byUserId;
      lead.attemptCount++;
      lead.firstAttemptAt ??= iso;
      lead.lastAttemptAt = iso;
      if (isContactMade(outcome)) lead.firstContactAt ??= iso;
      if (outcome === "do_not_contact") lead.doNotContact = 1;
      lead.version++;
    },
    followUp: (at, note) => {
      lead.followUpAt = at.toISOString();
      lead.followUpNote = note;
    },
    answer: (at, criterion, { value, evidence, source }) => {
      const iso = at.toISOString();
      const before = standing.get(criterion.lineId);
      if (before) before.replacedAt = iso;
      const answer = judgeAnswer(criterion.kind, criterion.rule, value);
      const row: AnswerRow = {
        ...{ id: ids.answer++, leadId: lead.id, criterionId: criterion.id, answer },
        ...{ value: value === null ? null : JSON.stringify(value), evidence, source },
        ...{ answeredAt: iso, answeredBy: worker.userId, updatedAt: iso, replacedAt: null },
        ...{ said: value, byName: worker.name },
      };
      standing.set(criterion.lineId, row);
      rows.answers.push(row);
      const { id: criterionId, label } = criterion;
      const from = before?.answer ?? null;
      if (from !== answer) {
        tell(at, worker, { kind: "criterion_answered", criterionId, label, from, to: answer });
      }
      refresh(iso);
    },
    answerOf: ({ lineId }) => standing.get(lineId) ?? null,
  };
}

export const noFollowUp = { followUpAt: null, followUpNote: null };
