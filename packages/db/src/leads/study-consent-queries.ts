// What study sites keep of consents to a study: the forms that were signed, and the numbers that were given.
import type { Db } from "../open-database";

interface StudySite {
  studyId: number;
  siteId: number;
}

/** The version of the form that was signed there last. */
export async function findLastFormVersion(
  db: Db,
  { studyId, siteId }: StudySite,
): Promise<string | undefined> {
  const row = await db
    .selectFrom("leads")
    .select("consentFormVersion")
    .where("siteId", "=", siteId)
    .where("studyId", "=", studyId)
    .where("screenedAt", "is not", null)
    .where("consentFormVersion", "is not", null)
    .orderBy("studyConsentOn", "desc")
    .orderBy("id", "desc")
    .limit(1)
    .executeTakeFirst();
  return row?.consentFormVersion ?? undefined;
}

/** The lead of the study site that has the number. */
export async function findLeadByNumber(
  db: Db,
  { studyId, siteId }: StudySite,
  screeningNumber: string,
): Promise<number | undefined> {
  const row = await db
    .selectFrom("leads")
    .select("id")
    .where("studyId", "=", studyId)
    .where("siteId", "=", siteId)
    .where("screeningNumber", "=", screeningNumber)
    .executeTakeFirst();
  return row?.id;
}
