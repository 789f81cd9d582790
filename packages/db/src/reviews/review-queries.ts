// Reviews: one row each time a candidate is sent to the investigator.
import type { Db } from "../open-database";

export interface NewReview {
  leadId: number;
  criteriaVersionId: number;
  /** ISO-8601 UTC. */
  sentAt: string;
  sentBy: string;
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
