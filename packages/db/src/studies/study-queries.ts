// Studies as imported, their criteria by version, the record's locations and the study sites.
import type { SiteScope } from "@studydesk/domain/people/viewer";
import type { CriterionChild, CriterionKind } from "@studydesk/domain/studies/criteria";
import type { ImportedStudy, StudyLocation } from "@studydesk/domain/studies/imported-study";
import type { RecruitingStatus } from "@studydesk/domain/studies/study-inputs";
import type { Db } from "../open-database";
import type { NewRow, Row } from "../schema";
import { isWithin } from "../sites/is-within";

export interface StoredStudy extends Omit<Row<"studies">, "imported" | "record"> {
  imported: ImportedStudy;
}

export interface StoredCriterion {
  label: string;
  kind: CriterionKind;
  heading: string | null;
  text: string;
  children: CriterionChild[];
}

export async function findStudyByNctId(db: Db, nctId: string): Promise<StoredStudy | undefined> {
  const row = await studies(db).where("nctId", "=", nctId).executeTakeFirst();
  return row && readStudy(row);
}

export async function findStudy(db: Db, id: number): Promise<StoredStudy | undefined> {
  const row = await studies(db).where("id", "=", id).executeTakeFirst();
  return row && readStudy(row);
}

/** By title; with sites: the studies that these take part in. */
export async function listStudies(db: Db, sites: SiteScope): Promise<StoredStudy[]> {
  const rows = await studies(db)
    .$if(sites !== "all", (query) =>
      query.where("id", "in", (eb) =>
        eb.selectFrom("studySites").select("studyId").where(isWithin("siteId", sites)),
      ),
    )
    .orderBy("title")
    .orderBy("id")
    .execute();
  return rows.map(readStudy);
}

function studies(db: Db) {
  return db
    .selectFrom("studies")
    .select([
      "id",
      "nctId",
      "title",
      "overallStatus",
      "imported",
      "recordSha256",
      "importedAt",
      "version",
    ]);
}

function readStudy<T extends { imported: string }>(
  row: T,
): Omit<T, "imported"> & { imported: ImportedStudy } {
  // Written by saveStudy from the very same type; nothing else writes this column.
  const imported: ImportedStudy = JSON.parse(row.imported);
  return { ...row, imported };
}

/** Inserts the study, or writes the newer record over it; gives its id. */
export async function saveStudy(
  trx: Db,
  study: { imported: ImportedStudy; record: string; recordSha256: string; at: string },
): Promise<number> {
  const values = {
    title: study.imported.title,
    overallStatus: study.imported.overallStatus,
    imported: JSON.stringify(study.imported),
    record: study.record,
    recordSha256: study.recordSha256,
    importedAt: study.at,
  };
  const row = await trx
    .insertInto("studies")
    .values({ nctId: study.imported.nctId, ...values })
    .onConflict((oc) =>
      oc
        .column("nctId")
        .doUpdateSet((eb) => ({ ...values, version: eb("studies.version", "+", 1) })),
    )
    .returning("id")
    .executeTakeFirstOrThrow();
  return row.id;
}

/** A newer record of a study in which nothing changed that is shown: no new version of the study. */
export async function refreshRecord(
  trx: Db,
  studyId: number,
  study: { imported: ImportedStudy; record: string; recordSha256: string },
): Promise<void> {
  await trx
    .updateTable("studies")
    .set({ ...study, imported: JSON.stringify(study.imported) })
    .where("id", "=", studyId)
    .execute();
}

/** The newest criteria version's number and items; undefined before the first. */
export async function findCurrentCriteria(
  db: Db,
  studyId: number,
): Promise<{ number: number; criteria: StoredCriterion[] } | undefined> {
  const version = await db
    .selectFrom("criteriaVersions")
    .select(["id", "number"])
    .where("studyId", "=", studyId)
    .orderBy("number", "desc")
    .limit(1)
    .executeTakeFirst();
  if (!version) return undefined;
  const rows = await db
    .selectFrom("criteria")
    .select(["label", "kind", "heading", "text", "children"])
    .where("criteriaVersionId", "=", version.id)
    .orderBy("position")
    .execute();
  const criteria = rows.map((row) => {
    const children: CriterionChild[] = JSON.parse(row.children);
    return { ...row, children };
  });
  return { number: version.number, criteria };
}

export async function addCriteriaVersion(
  trx: Db,
  studyId: number,
  version: { number: number; at: string; criteria: readonly StoredCriterion[] },
): Promise<void> {
  const { id } = await trx
    .insertInto("criteriaVersions")
    .values({ studyId, number: version.number, createdAt: version.at })
    .returning("id")
    .executeTakeFirstOrThrow();
  const rows = version.criteria.map((criterion, index) => ({
    criteriaVersionId: id,
    position: index + 1,
    kind: criterion.kind,
    label: criterion.label,
    heading: criterion.heading,
    text: criterion.text,
    children: JSON.stringify(criterion.children),
  }));
  for (const some of inStatements(rows)) {
    await trx.insertInto("criteria").values(some).execute();
  }
}

/** Engines take some 32,000 values in one statement, and records have more places than that holds. */
function inStatements<T>(rows: readonly T[]): T[][] {
  const most = 1000;
  return Array.from({ length: Math.ceil(rows.length / most) }, (_, index) =>
    rows.slice(index * most, (index + 1) * most),
  );
}

export async function listStudyLocations(
  db: Db,
  studyId: number,
): Promise<Row<"studyLocations">[]> {
  return db
    .selectFrom("studyLocations")
    .selectAll()
    .where("studyId", "=", studyId)
    .orderBy("position")
    .execute();
}

/**
 * Writes the record's locations. One that a study site is linked to keeps its id, found again by
 * facility and city; one that left the record stays only while it is linked.
 */
export async function replaceStudyLocations(
  trx: Db,
  studyId: number,
  locations: readonly StudyLocation[],
): Promise<void> {
  await trx
    .deleteFrom("studyLocations")
    .where("studyId", "=", studyId)
    .where("id", "not in", (eb) =>
      eb
        .selectFrom("studySites")
        .select("locationId")
        .where("locationId", "is not", null)
        .$narrowType<{ locationId: number }>(),
    )
    .execute();
  const linked = await listStudyLocations(trx, studyId);
  const fresh: NewRow<"studyLocations">[] = [];
  for (const [index, { facility, city = null, ...place }] of locations.entries()) {
    const { state = null, country = null, lat = null, lon = null, status = null } = place;
    const facts = { position: index + 1, state, country, lat, lon, registryStatus: status };
    const at = linked.findIndex((each) => each.facility === facility && each.city === city);
    const [known] = at < 0 ? [] : linked.splice(at, 1);
    if (known) {
      await trx.updateTable("studyLocations").set(facts).where("id", "=", known.id).execute();
    } else fresh.push({ studyId, facility, city, ...facts });
  }
  for (const some of inStatements(fresh)) {
    await trx.insertInto("studyLocations").values(some).execute();
  }
}

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
