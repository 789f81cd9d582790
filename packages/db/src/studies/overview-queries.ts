// Plain-language texts: a draft is saved over its own version alone, a published text never again, and
// readers are only ever given what is published now.
import type { PublicLanguage } from "@studydesk/domain/public-language";
import type { OverviewOrigin, PageOverview } from "@studydesk/domain/studies/overview";
import { lockByName } from "../dialect";
import type { Db } from "../open-database";
import type { RowChanges } from "../schema";

/** The words of a draft, and where they came from. */
export interface OverviewWords {
  text: string;
  origin: OverviewOrigin;
  model: string | null;
  sourceSha256: string;
}

export interface CheckedFinding {
  kind: string;
  quote: string;
  key: string;
}

export interface StoredOverview extends OverviewWords {
  id: number;
  studyId: number;
  language: PublicLanguage;
  previous: OverviewWords | null;
  checkedFindings: CheckedFinding[];
  createdAt: string;
  updatedAt: string;
  updatedBy: string;
  updatedByName: string;
  publishedAt: string | null;
  publishedByName: string | null;
  withdrawnAt: string | null;
  withdrawnByName: string | null;
  version: number;
}

export interface StudyLanguage {
  studyId: number;
  language: PublicLanguage;
}

/** Whoever changes a study's texts in a language goes one after the other until the transaction ends. */
export async function lockOverviews(trx: Db, { studyId, language }: StudyLanguage): Promise<void> {
  await lockByName(trx, `overviews:${studyId}:${language}`);
}

export async function findOverview(db: Db, id: number): Promise<StoredOverview | undefined> {
  const row = await overviews(db).where("overviews.id", "=", id).executeTakeFirst();
  return row && readOverview(row);
}

export async function findOverviewDraft(
  db: Db,
  { studyId, language }: StudyLanguage,
): Promise<StoredOverview | undefined> {
  const row = await overviews(db)
    .where("studyId", "=", studyId)
    .where("language", "=", language)
    .where("publishedAt", "is", null)
    .executeTakeFirst();
  return row && readOverview(row);
}

/** Every language's draft and what its readers see now: two each at most. */
export async function listLiveOverviews(db: Db, studyId: number): Promise<StoredOverview[]> {
  const rows = await overviews(db)
    .where("studyId", "=", studyId)
    .where("withdrawnAt", "is", null)
    .orderBy("overviews.id")
    .execute();
  return rows.map(readOverview);
}

/** What readers saw once, the last withdrawn first, 50 at most. */
export async function listWithdrawnOverviews(
  db: Db,
  { studyId, language }: StudyLanguage,
): Promise<StoredOverview[]> {
  const rows = await overviews(db)
    .where("studyId", "=", studyId)
    .where("language", "=", language)
    .where("withdrawnAt", "is not", null)
    .orderBy("withdrawnAt", "desc")
    .orderBy("overviews.id", "desc")
    .limit(50)
    .execute();
  return rows.map(readOverview);
}

/** What readers see now, in these languages; one each at most. */
export async function listPageOverviews(
  db: Db,
  studyId: number,
  languages: readonly PublicLanguage[],
): Promise<PageOverview[]> {
  const rows = await db
    .selectFrom("overviews")
    .select(["language", "text", "origin", "publishedAt"])
    .where("studyId", "=", studyId)
    .where("language", "in", languages)
    .where("publishedAt", "is not", null)
    .where("withdrawnAt", "is", null)
    .execute();
  return rows.flatMap(({ publishedAt, ...row }) => (publishedAt ? [{ ...row, publishedAt }] : []));
}

/** Of all texts that readers see now: what each was made from. */
export async function listPublishedSources(
  db: Db,
): Promise<(StudyLanguage & { sourceSha256: string })[]> {
  return db
    .selectFrom("overviews")
    .select(["studyId", "language", "sourceSha256"])
    .where("publishedAt", "is not", null)
    .where("withdrawnAt", "is", null)
    .orderBy("id")
    .execute();
}

/** Throws (see `isUniqueViolation`) when there is a draft already. */
export async function addOverviewDraft(
  trx: Db,
  draft: StudyLanguage & OverviewWords & { byUserId: string; at: string },
): Promise<number> {
  const { byUserId, at, ...values } = draft;
  const { id } = await trx
    .insertInto("overviews")
    .values({
      ...values,
      createdAt: at,
      createdBy: byUserId,
      updatedAt: at,
      updatedBy: byUserId,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

interface DraftVersion {
  id: number;
  version: number;
}

/** False: another version is there by now, or it is published, and nothing was written. */
export async function updateOverviewDraft(
  trx: Db,
  draft: DraftVersion & { byUserId: string; at: string },
  words: Partial<OverviewWords> & { previous?: OverviewWords | null },
): Promise<boolean> {
  const { previous, ...changes } = words;
  return changeDraft(trx, draft, {
    ...changes,
    ...(previous === undefined ? {} : { previous: previous && JSON.stringify(previous) }),
    updatedAt: draft.at,
    updatedBy: draft.byUserId,
  });
}

/** False: another version is there by now, or it is published already, and nothing was written. */
export async function publishOverviewDraft(
  trx: Db,
  draft: DraftVersion & { byUserId: string; at: string },
  publication: { sourceSha256: string; checkedFindings: readonly CheckedFinding[] },
): Promise<boolean> {
  return changeDraft(trx, draft, {
    sourceSha256: publication.sourceSha256,
    checkedFindings: JSON.stringify(publication.checkedFindings),
    previous: null,
    publishedAt: draft.at,
    publishedBy: draft.byUserId,
  });
}

async function changeDraft(
  trx: Db,
  { id, version }: DraftVersion,
  changes: RowChanges<"overviews">,
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable("overviews")
    .set({ ...changes, version: version + 1 })
    .where("id", "=", id)
    .where("version", "=", version)
    .where("publishedAt", "is", null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Takes down what readers see in the language now, or that one text only; gives its id, if there was any. */
export async function withdrawPublishedOverview(
  trx: Db,
  { studyId, language, id }: StudyLanguage & { id?: number },
  by: { userId: string; at: string },
): Promise<number | undefined> {
  const row = await trx
    .updateTable("overviews")
    .set((eb) => ({
      withdrawnAt: by.at,
      withdrawnBy: by.userId,
      version: eb("version", "+", 1),
    }))
    .where("studyId", "=", studyId)
    .where("language", "=", language)
    .where("publishedAt", "is not", null)
    .where("withdrawnAt", "is", null)
    .$if(id !== undefined, (query) => query.where("id", "=", id ?? 0))
    .returning("id")
    .executeTakeFirst();
  return row?.id;
}

function overviews(db: Db) {
  return db
    .selectFrom("overviews")
    .innerJoin("user as updater", "updater.id", "overviews.updatedBy")
    .leftJoin("user as publisher", "publisher.id", "overviews.publishedBy")
    .leftJoin("user as withdrawer", "withdrawer.id", "overviews.withdrawnBy")
    .select([
      "overviews.id",
      "overviews.studyId",
      "overviews.language",
      "overviews.text",
      "overviews.origin",
      "overviews.model",
      "overviews.sourceSha256",
      "overviews.previous",
      "overviews.checkedFindings",
      "overviews.createdAt",
      "overviews.updatedAt",
      "overviews.updatedBy",
      "updater.name as updatedByName",
      "overviews.publishedAt",
      "publisher.name as publishedByName",
      "overviews.withdrawnAt",
      "withdrawer.name as withdrawnByName",
      "overviews.version",
    ]);
}

function readOverview<T extends { previous: string | null; checkedFindings: string | null }>(
  row: T,
): Omit<T, "previous" | "checkedFindings"> & Pick<StoredOverview, "previous" | "checkedFindings"> {
  // Both are written above from the very same types; nothing else writes these columns.
  const previous: OverviewWords | null = row.previous === null ? null : JSON.parse(row.previous);
  const checkedFindings: CheckedFinding[] = JSON.parse(row.checkedFindings ?? "[]");
  return { ...row, previous, checkedFindings };
}
