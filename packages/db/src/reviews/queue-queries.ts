// Who waits for an investigator: candidates in review, and those whose signature was overtaken by answers
// that changed after it.
import { sql } from "kysely";
import type { Db } from "../open-database";
import { isWithin } from "../sites/is-within";

export interface WaitingCandidate {
  leadId: number;
  firstName: string;
  lastName: string;
  studyTitle: string;
  siteName: string;
  /** ISO-8601 UTC: sent to review, or answers changed under a signature. */
  waitingSince: string;
  questions: number;
  answered: number;
  unknowns: number;
  failed: number;
  /** Comes back with the answer to an investigator's question. */
  answersQuestion: boolean;
  /** Was signed for already; answers changed since. */
  isOvertaken: boolean;
}

const isOvertaken = sql<boolean>`(leads.status = 'visit_scheduled'
  and screenings."signedSha256" is not null
  and screenings."signedSha256" <> screenings."answersSha256")`;
const isInReview = sql<boolean>`(leads.status = 'investigator_review')`;
const waitingSince = sql<string>`case when leads.status = 'investigator_review'
  then coalesce(reviews."sentAt", leads."statusSince") else screenings."updatedAt" end`;

/** The longest waiting first. */
export async function listWaiting(
  db: Db,
  siteIds: readonly number[],
  limit: number,
): Promise<WaitingCandidate[]> {
  const rows = await selectWaiting(db, siteIds)
    .innerJoin("studies", "studies.id", "leads.studyId")
    .innerJoin("sites", "sites.id", "leads.siteId")
    .leftJoin("reviews", "reviews.id", "leads.reviewId")
    .select([
      "leads.id as leadId",
      "leads.firstName",
      "leads.lastName",
      "leads.status",
      "studies.title as studyTitle",
      "sites.name as siteName",
      "screenings.questions",
      "screenings.answered",
      "screenings.unknowns",
      "screenings.failed",
      "reviews.previousId",
      waitingSince.as("waitingSince"),
    ])
    .orderBy(waitingSince)
    .orderBy("leads.id")
    .limit(limit)
    .execute();
  return rows.map(({ status, previousId, ...row }) => ({
    ...row,
    questions: row.questions ?? 0,
    answered: row.answered ?? 0,
    unknowns: row.unknowns ?? 0,
    failed: row.failed ?? 0,
    answersQuestion: status === "investigator_review" && previousId !== null,
    isOvertaken: status !== "investigator_review",
  }));
}

export async function countWaiting(db: Db, siteIds: readonly number[]): Promise<number> {
  const { count } = await selectWaiting(db, siteIds)
    .select((eb) => eb.fn.countAll<number>().as("count"))
    .executeTakeFirstOrThrow();
  return count;
}

function selectWaiting(db: Db, siteIds: readonly number[]) {
  return db
    .selectFrom("leads")
    .leftJoin("screenings", "screenings.leadId", "leads.id")
    .where(isWithin("leads.siteId", siteIds))
    .where("leads.status", "in", ["investigator_review", "visit_scheduled"])
    .where("leads.erasedAt", "is", null)
    .where("leads.mergedIntoId", "is", null)
    .where((eb) => eb.or([isInReview, isOvertaken]));
}
