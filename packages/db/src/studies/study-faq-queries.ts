// A study's own common questions, by language; without a row the general ones stand.
import type { PublicLanguage } from "@studydesk/domain/public-language";
import type { Faq } from "@studydesk/domain/studies/faqs";
import type { Db } from "../open-database";

export interface StudyFaqs {
  items: Faq[];
  version: number;
  updatedAt: string;
  updatedByName: string;
}

interface FaqsKey {
  studyId: number;
  language: PublicLanguage;
}

export async function findStudyFaqs(db: Db, key: FaqsKey): Promise<StudyFaqs | undefined> {
  const row = await db
    .selectFrom("studyFaqs")
    .innerJoin("user", "user.id", "studyFaqs.updatedBy")
    .select([
      "studyFaqs.items",
      "studyFaqs.version",
      "studyFaqs.updatedAt",
      "user.name as updatedByName",
    ])
    .where("studyFaqs.studyId", "=", key.studyId)
    .where("studyFaqs.language", "=", key.language)
    .executeTakeFirst();
  // Written by saveStudyFaqs from the very same type; nothing else writes this column.
  return row && { ...row, items: JSON.parse(row.items) };
}

/** `expectedVersion` is null where there was none. False when somebody saved in between. */
export async function saveStudyFaqs(
  trx: Db,
  faqs: FaqsKey & {
    items: readonly Faq[];
    at: string;
    by: string;
    expectedVersion: number | null;
  },
): Promise<boolean> {
  const { studyId, language, at, by, expectedVersion } = faqs;
  const values = { items: JSON.stringify(faqs.items), updatedAt: at, updatedBy: by };
  if (expectedVersion === null) {
    const added = await trx
      .insertInto("studyFaqs")
      .values({ studyId, language, ...values })
      .onConflict((oc) => oc.columns(["studyId", "language"]).doNothing())
      .returning("id")
      .executeTakeFirst();
    return added !== undefined;
  }
  const { numUpdatedRows } = await trx
    .updateTable("studyFaqs")
    .set({ ...values, version: expectedVersion + 1 })
    .where("studyId", "=", studyId)
    .where("language", "=", language)
    .where("version", "=", expectedVersion)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Back to the general questions. False when somebody saved in between, or there are none. */
export async function deleteStudyFaqs(
  trx: Db,
  key: FaqsKey,
  expectedVersion: number,
): Promise<boolean> {
  const { numDeletedRows } = await trx
    .deleteFrom("studyFaqs")
    .where("studyId", "=", key.studyId)
    .where("language", "=", key.language)
    .where("version", "=", expectedVersion)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}
