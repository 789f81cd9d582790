// How long those who wrote through a study page waited for a site. No name, no id: two times a person.
import type { Db } from "../open-database";

export interface AnswerTimes {
  siteId: number;
  createdAt: string;
  firstContactAt: string | null;
}

/** Of all studies of these sites. Whoever was marked invalid (spam, a duplicate) waited for nothing. */
export async function listAnswerTimes(
  db: Db,
  siteIds: readonly number[],
  since: string,
): Promise<AnswerTimes[]> {
  if (siteIds.length === 0) return [];
  return db
    .selectFrom("leads")
    .select(["siteId", "createdAt", "firstContactAt"])
    .where("siteId", "in", siteIds)
    .where("source", "=", "study_page")
    .where("status", "!=", "invalid")
    .where("createdAt", ">=", since)
    .execute();
}
