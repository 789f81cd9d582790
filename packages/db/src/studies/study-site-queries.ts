// Study sites: which site takes part in which study, at which of its locations, and whether it recruits.
import type { SiteScope } from "@studydesk/domain/people/viewer";
import type { RecruitingStatus } from "@studydesk/domain/studies/study-inputs";
import type { Db } from "../open-database";
import { isWithin } from "../sites/is-within";

export interface StudySite {
  id: number;
  studyId: number;
  siteId: number;
  siteName: string;
  siteCity: string;
  locationId: number | null;
  recruiting: RecruitingStatus;
  version: number;
}

/** By the site's name; of one study when its id is given. */
export async function listStudySites(
  db: Db,
  sites: SiteScope,
  studyId?: number,
): Promise<StudySite[]> {
  let query = studySites(db).where(isWithin("studySites.siteId", sites));
  if (studyId !== undefined) query = query.where("studySites.studyId", "=", studyId);
  return query.orderBy("sites.name").orderBy("studySites.id").execute();
}

/** Which sites take part in which study. */
export async function listSitesOfStudies(db: Db): Promise<{ studyId: number; siteId: number }[]> {
  return db.selectFrom("studySites").select(["studyId", "siteId"]).execute();
}

export async function findStudySite(db: Db, id: number): Promise<StudySite | undefined> {
  return studySites(db).where("studySites.id", "=", id).executeTakeFirst();
}

function studySites(db: Db) {
  return db
    .selectFrom("studySites")
    .innerJoin("sites", "sites.id", "studySites.siteId")
    .select([
      "studySites.id",
      "studySites.studyId",
      "studySites.siteId",
      "sites.name as siteName",
      "sites.city as siteCity",
      "studySites.locationId",
      "studySites.recruiting",
      "studySites.version",
    ]);
}

/** Makes the study site, or points an existing one at another location; gives its id. */
export async function saveStudySite(
  trx: Db,
  link: { studyId: number; siteId: number; locationId: number | null; at: string },
): Promise<number> {
  const row = await trx
    .insertInto("studySites")
    .values({
      studyId: link.studyId,
      siteId: link.siteId,
      locationId: link.locationId,
      recruiting: "recruiting",
      createdAt: link.at,
    })
    .onConflict((oc) =>
      oc.columns(["studyId", "siteId"]).doUpdateSet((eb) => ({
        locationId: link.locationId,
        version: eb("studySites.version", "+", 1),
      })),
    )
    .returning("id")
    .executeTakeFirstOrThrow();
  return row.id;
}

/** False when somebody changed it in between. */
export async function updateRecruiting(
  trx: Db,
  change: { studySiteId: number; recruiting: RecruitingStatus; expectedVersion: number },
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable("studySites")
    .set((eb) => ({ recruiting: change.recruiting, version: eb("version", "+", 1) }))
    .where("id", "=", change.studySiteId)
    .where("version", "=", change.expectedVersion)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}
