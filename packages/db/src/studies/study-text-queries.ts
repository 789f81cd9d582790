// The local wording of a study's passages, by language. Saving and removing compare the version that was
// seen; a first wording meets no other.
import type { PublicLanguage } from "@studydesk/domain/public-language";
import type { StudyTextField } from "@studydesk/domain/studies/study-passages";
import type { StudyText } from "@studydesk/domain/studies/study-texts";
import type { Db } from "../open-database";
import type { Row } from "../schema";

export interface StudyTextKey {
  studyId: number;
  language: PublicLanguage;
  field: StudyTextField;
}

export type StoredStudyText = Pick<
  Row<"studyTexts">,
  "field" | "label" | "text" | "source" | "sourceSha256" | "updatedAt" | "version"
> & { updatedByName: string };

/** What a page needs of them. */
export async function listStudyTexts(
  db: Db,
  study: { studyId: number; language: PublicLanguage },
): Promise<StudyText[]> {
  return db
    .selectFrom("studyTexts")
    .select(["field", "text", "sourceSha256"])
    .where("studyId", "=", study.studyId)
    .where("language", "=", study.language)
    .execute();
}

/** Titles and conditions of several studies, for lists. */
export async function listStudyTitles(
  db: Db,
  studies: { studyIds: readonly number[]; language: PublicLanguage },
): Promise<(StudyText & { studyId: number })[]> {
  if (studies.studyIds.length === 0) return [];
  return db
    .selectFrom("studyTexts")
    .select(["studyId", "field", "text", "sourceSha256"])
    .where("studyId", "in", studies.studyIds)
    .where("language", "=", studies.language)
    .where("field", "in", ["title", "conditions"])
    .execute();
}

/** In every language, with who wrote them, for those who word the study. */
export async function listStoredStudyTexts(
  db: Db,
  studyId: number,
): Promise<(StoredStudyText & { language: PublicLanguage })[]> {
  return storedTexts(db)
    .where("studyTexts.studyId", "=", studyId)
    .orderBy("studyTexts.id")
    .execute();
}

export async function findStudyText(
  db: Db,
  key: StudyTextKey,
): Promise<StoredStudyText | undefined> {
  return storedTexts(db)
    .where("studyTexts.studyId", "=", key.studyId)
    .where("studyTexts.language", "=", key.language)
    .where("studyTexts.field", "=", key.field)
    .executeTakeFirst();
}

function storedTexts(db: Db) {
  return db
    .selectFrom("studyTexts")
    .innerJoin("user", "user.id", "studyTexts.updatedBy")
    .select([
      "studyTexts.language",
      "studyTexts.field",
      "studyTexts.label",
      "studyTexts.text",
      "studyTexts.source",
      "studyTexts.sourceSha256",
      "studyTexts.updatedAt",
      "studyTexts.version",
      "user.name as updatedByName",
    ]);
}

export interface StudyTextToSave extends StudyTextKey {
  label: string | null;
  text: string;
  source: string;
  sourceSha256: string;
  at: string;
  by: string;
  /** Null: there was none. */
  expectedVersion: number | null;
}

/** False when somebody saved or removed it in between; nothing was written. */
export async function saveStudyText(trx: Db, wording: StudyTextToSave): Promise<boolean> {
  const { studyId, language, field, at, by, expectedVersion, ...words } = wording;
  const values = { ...words, updatedAt: at, updatedBy: by };
  if (expectedVersion === null) {
    const added = await trx
      .insertInto("studyTexts")
      .values({ studyId, language, field, ...values })
      .onConflict((oc) => oc.columns(["studyId", "language", "field"]).doNothing())
      .returning("id")
      .executeTakeFirst();
    return added !== undefined;
  }
  const { numUpdatedRows } = await trx
    .updateTable("studyTexts")
    .set({ ...values, version: expectedVersion + 1 })
    .where("studyId", "=", studyId)
    .where("language", "=", language)
    .where("field", "=", field)
    .where("version", "=", expectedVersion)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** False when somebody saved it in between, or it is gone. */
export async function deleteStudyText(
  trx: Db,
  key: StudyTextKey,
  expectedVersion: number,
): Promise<boolean> {
  const { numDeletedRows } = await trx
    .deleteFrom("studyTexts")
    .where("studyId", "=", key.studyId)
    .where("language", "=", key.language)
    .where("field", "=", key.field)
    .where("version", "=", expectedVersion)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}
