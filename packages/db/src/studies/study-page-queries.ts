// What the public pages read: one study with its places, and those that recruit. Nothing of any lead.
import { type ImportedStudy, overallStatuses } from "@studydesk/domain/studies/imported-study";
import { isRecruitingStatus } from "@studydesk/domain/studies/study-words";
import type { Db } from "../open-database";
import type { Row } from "../schema";

export interface StudyForPage {
  id: number;
  nctId: string;
  title: string;
  imported: ImportedStudy;
}

export type StudySiteForPage = Pick<Row<"studySites">, "siteId" | "locationId" | "recruiting"> &
  Pick<Row<"sites">, "name" | "city" | "countryCode" | "timeZone" | "promiseHours">;

export async function findStudyForPage(db: Db, nctId: string): Promise<StudyForPage | undefined> {
  const row = await db
    .selectFrom("studies")
    .select(["id", "nctId", "title", "imported"])
    .where("nctId", "=", nctId)
    .executeTakeFirst();
  return row && { ...row, imported: JSON.parse(row.imported) };
}

/** The registry's places, in its order. */
export async function listLocationsForPage(
  db: Db,
  studyId: number,
): Promise<
  Pick<
    Row<"studyLocations">,
    "id" | "facility" | "city" | "state" | "country" | "lat" | "lon" | "registryStatus"
  >[]
> {
  return db
    .selectFrom("studyLocations")
    .select(["id", "facility", "city", "state", "country", "lat", "lon", "registryStatus"])
    .where("studyId", "=", studyId)
    .orderBy("position")
    .execute();
}

/** The study's sites, by name. */
export async function listStudySitesForPage(db: Db, studyId: number): Promise<StudySiteForPage[]> {
  return db
    .selectFrom("studySites")
    .innerJoin("sites", "sites.id", "studySites.siteId")
    .select([
      "studySites.siteId",
      "studySites.locationId",
      "studySites.recruiting",
      "sites.name",
      "sites.city",
      "sites.countryCode",
      "sites.timeZone",
      "sites.promiseHours",
    ])
    .where("studySites.studyId", "=", studyId)
    .orderBy("sites.name")
    .orderBy("sites.id")
    .execute();
}

/** Studies that take messages now, newest first; `before` is the last id of the page before. */
export async function listRecruitingStudies(
  db: Db,
  page: { before: number | undefined; limit: number },
): Promise<(StudyForPage & { sites: { name: string; city: string }[] })[]> {
  let query = db
    .selectFrom("studies")
    .select(["id", "nctId", "title", "imported"])
    .where("overallStatus", "in", overallStatuses.filter(isRecruitingStatus))
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom("studySites")
          .select("studySites.id")
          .whereRef("studySites.studyId", "=", "studies.id")
          .where("studySites.recruiting", "=", "recruiting"),
      ),
    )
    .orderBy("id", "desc")
    .limit(page.limit);
  if (page.before !== undefined) query = query.where("id", "<", page.before);
  const studies = await query.execute();
  if (studies.length === 0) return [];
  const sites = await db
    .selectFrom("studySites")
    .innerJoin("sites", "sites.id", "studySites.siteId")
    .select(["studySites.studyId", "sites.name", "sites.city"])
    .where(
      "studySites.studyId",
      "in",
      studies.map(({ id }) => id),
    )
    .where("studySites.recruiting", "=", "recruiting")
    .orderBy("sites.name")
    .execute();
  return studies.map((study) => ({
    ...study,
    imported: JSON.parse(study.imported),
    sites: sites.filter(({ studyId }) => studyId === study.id),
  }));
}

/** As many as a sitemap may hold in four languages; the studies that changed last come first. */
const mostInSitemap = 12_000;

/** Those that a site of ours takes or took part in: what is only being prepared is not announced. */
export async function listStudiesForSitemap(
  db: Db,
): Promise<{ nctId: string; changedAt: string }[]> {
  return db
    .selectFrom("studies")
    .select(["nctId", "importedAt as changedAt"])
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom("studySites")
          .select("studySites.id")
          .whereRef("studySites.studyId", "=", "studies.id"),
      ),
    )
    .orderBy("importedAt", "desc")
    .orderBy("id", "desc")
    .limit(mostInSitemap)
    .execute();
}
