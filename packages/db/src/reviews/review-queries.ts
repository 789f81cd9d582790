// Reviews: one row each time a candidate is sent to the investigator, and what was decided there.
import type { ReviewDecision } from "@studydesk/domain/reviews/review";
import type { Db } from "../open-database";
import type { Row } from "../schema";

export interface NewReview {
  leadId: number;
  criteriaVersionId: number;
  /** ISO-8601 UTC. */
  sentAt: string;
  sentBy: string;
  /** The review whose question is answered by sending again, and the answer. */
  previousId?: number | null;
  reply?: string | null;
}

/** Its id: the lead points to it for as long as it waits there. */
export async function addReview(trx: Db, review: NewReview): Promise<number> {
  const { id } = await trx
    .insertInto("reviews")
    .values(review)
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

export interface StoredReview extends Row<"reviews"> {
  versionNumber: number;
  sentByName: string;
  decidedByName: string | null;
  /** Of the criterion that failed. */
  criterionLabel: string | null;
}

/** All of a lead, oldest first. */
export function listReviews(db: Db, leadId: number): Promise<StoredReview[]> {
  return db
    .selectFrom("reviews")
    .innerJoin("criteriaVersions", "criteriaVersions.id", "reviews.criteriaVersionId")
    .innerJoin("user as sender", "sender.id", "reviews.sentBy")
    .leftJoin("user as decider", "decider.id", "reviews.decidedBy")
    .leftJoin("criteria", "criteria.id", "reviews.criterionId")
    .selectAll("reviews")
    .select([
      "criteriaVersions.number as versionNumber",
      "sender.name as sentByName",
      "decider.name as decidedByName",
      "criteria.label as criterionLabel",
    ])
    .where("reviews.leadId", "=", leadId)
    .orderBy("reviews.id")
    .execute();
}

export interface DecidedReview {
  id: number;
  decision: ReviewDecision;
  question: string | null;
  reason: string | null;
  criterionId: number | null;
  decidedAt: string;
  decidedBy: string;
}

/** Whether it was still open: a review is decided once. */
export async function decideReview(trx: Db, { id, ...decided }: DecidedReview): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable("reviews")
    .set(decided)
    .where("id", "=", id)
    .where("decision", "is", null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}
