// Versions of a study's criteria: at most one draft, and published ones that stay as they are.
import type { Db } from "../open-database";
import type { CriteriaOrigin } from "../schema/studies";

export interface StoredVersion {
  id: number;
  studyId: number;
  number: number;
  origin: CriteriaOrigin;
  createdAt: string;
  /** Null: a draft. */
  publishedAt: string | null;
  publishedByName: string | null;
  /** Who saved the draft last; null: nobody yet, or a record that changed. */
  savedByName: string | null;
  basedOnId: number | null;
  revision: number;
}

export interface CountedVersion extends StoredVersion {
  questions: number;
  doubts: number;
}

export interface VersionInForce {
  id: number;
  number: number;
  publishedAt: string | null;
}

export async function findVersion(db: Db, id: number): Promise<StoredVersion | undefined> {
  return selectVersions(db).where("criteriaVersions.id", "=", id).executeTakeFirst();
}

export async function findDraft(db: Db, studyId: number): Promise<StoredVersion | undefined> {
  return selectVersions(db)
    .where("criteriaVersions.studyId", "=", studyId)
    .where("criteriaVersions.publishedAt", "is", null)
    .executeTakeFirst();
}

/** The published version before that one; undefined for the first. */
export async function findVersionBefore(
  db: Db,
  { studyId, number }: Pick<StoredVersion, "studyId" | "number">,
): Promise<StoredVersion | undefined> {
  return selectVersions(db)
    .where("criteriaVersions.studyId", "=", studyId)
    .where("criteriaVersions.publishedAt", "is not", null)
    .where("criteriaVersions.number", "<", number)
    .orderBy("criteriaVersions.number", "desc")
    .limit(1)
    .executeTakeFirst();
}

/** The newest first, each with how many criteria it has and how many of them are in doubt. */
export async function listVersions(db: Db, studyId: number): Promise<CountedVersion[]> {
  return selectVersions(db)
    .where("criteriaVersions.studyId", "=", studyId)
    .select((eb) => [
      eb
        .selectFrom("criteria")
        .select((c) => c.fn.countAll<number>().as("count"))
        .whereRef("criteria.criteriaVersionId", "=", "criteriaVersions.id")
        .$asScalar()
        .$notNull()
        .as("questions"),
      eb
        .selectFrom("criteria")
        .select((c) => c.fn.countAll<number>().as("count"))
        .whereRef("criteria.criteriaVersionId", "=", "criteriaVersions.id")
        .where("criteria.doubt", "is not", null)
        .$asScalar()
        .$notNull()
        .as("doubts"),
    ])
    .orderBy("criteriaVersions.number", "desc")
    .execute();
}

/** Undefined: the study has no published criteria. */
export async function findVersionInForce(
  db: Db,
  studyId: number,
): Promise<VersionInForce | undefined> {
  return db
    .selectFrom("criteriaVersions")
    .select(["id", "number", "publishedAt"])
    .where("studyId", "=", studyId)
    .where("publishedAt", "is not", null)
    .orderBy("number", "desc")
    .limit(1)
    .executeTakeFirst();
}

export async function getVersion(db: Db, id: number): Promise<VersionInForce> {
  return db
    .selectFrom("criteriaVersions")
    .select(["id", "number", "publishedAt"])
    .where("id", "=", id)
    .executeTakeFirstOrThrow();
}

function selectVersions(db: Db) {
  return db
    .selectFrom("criteriaVersions")
    .leftJoin("user as publisher", "publisher.id", "criteriaVersions.publishedBy")
    .leftJoin("user as saver", "saver.id", "criteriaVersions.savedBy")
    .select([
      "criteriaVersions.id",
      "criteriaVersions.studyId",
      "criteriaVersions.number",
      "criteriaVersions.origin",
      "criteriaVersions.createdAt",
      "criteriaVersions.publishedAt",
      "criteriaVersions.basedOnId",
      "criteriaVersions.revision",
      "publisher.name as publishedByName",
      "saver.name as savedByName",
    ]);
}

/** Gives its id. */
export async function addVersion(
  trx: Db,
  version: Pick<StoredVersion, "studyId" | "number" | "origin" | "basedOnId"> & {
    at: string;
    /** A study's first version is in force at once. */
    isPublished: boolean;
  },
): Promise<number> {
  const { at, isPublished, ...fields } = version;
  const { id } = await trx
    .insertInto("criteriaVersions")
    .values({ ...fields, createdAt: at, publishedAt: isPublished ? at : null })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

/**
 * Counts a save of the draft that was read; false: somebody was quicker, or it is published. By nobody:
 * because the record changed.
 */
export async function countSave(
  trx: Db,
  {
    id,
    expectedRevision,
    byUserId,
  }: { id: number; expectedRevision: number; byUserId: string | null },
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable("criteriaVersions")
    .set((eb) => ({ revision: eb("revision", "+", 1), savedBy: byUserId }))
    .where("id", "=", id)
    .where("revision", "=", expectedRevision)
    .where("publishedAt", "is", null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** False: somebody saved or published the draft in between. */
export async function publishDraft(
  trx: Db,
  draft: { id: number; expectedRevision: number; at: string; byUserId: string },
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable("criteriaVersions")
    .set({ publishedAt: draft.at, publishedBy: draft.byUserId })
    .where("id", "=", draft.id)
    .where("revision", "=", draft.expectedRevision)
    .where("publishedAt", "is", null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** The draft and its criteria, to which nobody has answered yet. */
export async function deleteDraft(trx: Db, id: number): Promise<void> {
  await trx.deleteFrom("criteria").where("criteriaVersionId", "=", id).execute();
  await trx
    .deleteFrom("criteriaVersions")
    .where("id", "=", id)
    .where("publishedAt", "is", null)
    .execute();
}
