// Studies as imported, and the locations that their records list.
import type { SiteScope } from "@studydesk/domain/people/viewer";
import type { ImportedStudy, StudyLocation } from "@studydesk/domain/studies/imported-study";
import { inStatements } from "../in-statements";
import type { Db } from "../open-database";
import type { NewRow, Row } from "../schema";
import { isWithin } from "../sites/is-within";

export interface StoredStudy extends Omit<Row<"studies">, "imported" | "record"> {
  imported: ImportedStudy;
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

/** The registry's record as it came, parsed; undefined when there is no such study. */
export async function findRegistryRecord(db: Db, studyId: number): Promise<unknown> {
  const row = await db
    .selectFrom("studies")
    .select("record")
    .where("id", "=", studyId)
    .executeTakeFirst();
  return row && JSON.parse(row.record);
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
