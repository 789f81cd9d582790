// How long those who wrote through a study page waited for a site. No name, no id: two times a person.
import type { Db } from "../open-database";

export interface AnswerTimes {
  createdAt: string;
  firstContactAt: string | null;
}

/** So many say as much about a site as all do, and are read at once. */
const mostRead = 1_000;

/** The newest of all studies of this site. Whoever was marked invalid (spam, a duplicate) waited for nothing. */
export async function listAnswerTimes(
  db: Db,
  siteId: number,
  since: string,
): Promise<AnswerTimes[]> {
  return db
    .selectFrom("leads")
    .select(["createdAt", "firstContactAt"])
    .where("siteId", "=", siteId)
    .where("source", "=", "study_page")
    .where("status", "!=", "invalid")
    .where("createdAt", ">=", since)
    .orderBy("createdAt", "desc")
    .limit(mostRead)
    .execute();
}
