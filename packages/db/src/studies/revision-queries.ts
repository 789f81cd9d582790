// What each import changed in a study: written once, in the import's own transaction, never altered.
import type { RecordSource, StudyChange } from "@studydesk/domain/studies/study-change";
import type { Db } from "../open-database";

export interface StudyRevision {
  id: number;
  studyId: number;
  at: string;
  /** Null: the command line, or the server by itself. */
  byName: string | null;
  source: RecordSource;
  changes: StudyChange[];
  /** The criteria version that came of it; null when the criteria stayed. */
  criteriaVersion: number | null;
}

export async function addStudyRevision(
  trx: Db,
  revision: {
    studyId: number;
    at: string;
    byUserId: string | null;
    source: RecordSource;
    recordSha256: string;
    changes: readonly StudyChange[];
    criteriaVersion: number | null;
  },
): Promise<number> {
  const { id } = await trx
    .insertInto("studyRevisions")
    .values({ ...revision, changes: JSON.stringify(revision.changes) })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

/** Newest first; with `beforeId` what came before that one. */
export async function listStudyRevisions(
  db: Db,
  studyId: number,
  page: { beforeId?: number | undefined; limit: number },
): Promise<StudyRevision[]> {
  const { beforeId } = page;
  const rows = await revisions(db)
    .where("studyRevisions.studyId", "=", studyId)
    .$if(beforeId !== undefined, (query) => query.where("studyRevisions.id", "<", beforeId ?? 0))
    .orderBy("studyRevisions.id", "desc")
    .limit(page.limit)
    .execute();
  return rows.map(readRevision);
}

export async function findStudyRevision(db: Db, id: number): Promise<StudyRevision | undefined> {
  const row = await revisions(db).where("studyRevisions.id", "=", id).executeTakeFirst();
  return row && readRevision(row);
}

function revisions(db: Db) {
  return db
    .selectFrom("studyRevisions")
    .leftJoin("user", "user.id", "studyRevisions.byUserId")
    .select([
      "studyRevisions.id",
      "studyRevisions.studyId",
      "studyRevisions.at",
      "studyRevisions.source",
      "studyRevisions.changes",
      "studyRevisions.criteriaVersion",
      "user.name as byName",
    ]);
}

function readRevision<T extends { changes: string }>(
  row: T,
): Omit<T, "changes"> & { changes: StudyChange[] } {
  // Written by addStudyRevision from the very same type; nothing else writes this column.
  const changes: StudyChange[] = JSON.parse(row.changes);
  return { ...row, changes };
}
