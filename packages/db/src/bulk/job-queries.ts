// Jobs over many leads: begun, counted as they go on, and ended once.
import type { BulkJobStatus } from "@studydesk/domain/bulk/bulk-job";
import { type JobTask, jobTask } from "@studydesk/domain/bulk/bulk-task";
import { engineOf } from "../dialect";
import type { Db } from "../open-database";

export interface BulkJob {
  id: number;
  byUserId: string;
  task: JobTask;
  /** The job that this one takes back. */
  undoes: number | null;
  status: BulkJobStatus;
  total: number;
  done: number;
  refused: number;
  /** As wanted already. */
  unchanged: number;
  /** Of the done: those of which something stayed as it was. */
  partly: number;
  createdAt: string;
  endedAt: string | null;
}

function selectJobs(db: Db) {
  return db
    .selectFrom("bulkJobs")
    .select([
      ...(["id", "byUserId", "task", "undoes", "status"] as const),
      ...(["total", "done", "refused", "unchanged", "partly", "createdAt", "endedAt"] as const),
    ]);
}

function toJob(row: Omit<BulkJob, "task"> & { task: string }): BulkJob {
  return { ...row, task: jobTask.parse(JSON.parse(row.task)) };
}

/** Running, and without leads so far; gives its id. */
export async function addJob(
  trx: Db,
  { byUserId, task, undoes, at }: Pick<BulkJob, "byUserId" | "task" | "undoes"> & { at: string },
): Promise<number> {
  const { id } = await trx
    .insertInto("bulkJobs")
    .values({
      byUserId,
      task: JSON.stringify(task),
      undoes,
      status: "running",
      total: 0,
      createdAt: at,
      endedAt: null,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

export async function setJobTotal(trx: Db, id: number, total: number): Promise<void> {
  await trx.updateTable("bulkJobs").set({ total }).where("id", "=", id).execute();
}

/** Undefined: there is none, or it is somebody else's. */
export async function findJob(db: Db, id: number, byUserId: string): Promise<BulkJob | undefined> {
  const row = await selectJobs(db)
    .where("id", "=", id)
    .where("byUserId", "=", byUserId)
    .executeTakeFirst();
  return row && toJob(row);
}

/** Newest first. */
export async function listJobs(
  db: Db,
  { byUserId, since, limit }: { byUserId: string; since: string; limit: number },
): Promise<BulkJob[]> {
  const rows = await selectJobs(db)
    .where("byUserId", "=", byUserId)
    .where((eb) => eb.or([eb("createdAt", ">=", since), eb("status", "=", "running")]))
    .orderBy("id", "desc")
    .limit(limit)
    .execute();
  return rows.map(toJob);
}

/** Those that take this one back, newest first. */
export async function listUndosOf(db: Db, id: number): Promise<BulkJob[]> {
  const rows = await selectJobs(db).where("undoes", "=", id).orderBy("id", "desc").execute();
  return rows.map(toJob);
}

/** The running job after this one, or the first of all: each gets its turn. */
export async function findJobToWork(db: Db, afterId: number): Promise<BulkJob | undefined> {
  const rows = await selectJobs(db).where("status", "=", "running").orderBy("id").execute();
  const next = rows.find(({ id }) => id > afterId) ?? rows[0];
  return next && toJob(next);
}

/** False: it ended meanwhile. Until the transaction ends nobody else stops it or works on it. */
export async function holdJob(trx: Db, id: number): Promise<boolean> {
  const row = await trx
    .selectFrom("bulkJobs")
    .select("id")
    .where("id", "=", id)
    .where("status", "=", "running")
    // On SQLite the transaction holds the whole file anyway.
    .$if(engineOf(trx) === "postgres", (q) => q.forNoKeyUpdate())
    .executeTakeFirst();
  return row !== undefined;
}

export async function countProgress(
  trx: Db,
  id: number,
  more: Pick<BulkJob, "done" | "refused" | "unchanged" | "partly">,
): Promise<void> {
  await trx
    .updateTable("bulkJobs")
    .set((eb) => ({
      done: eb("done", "+", more.done),
      refused: eb("refused", "+", more.refused),
      unchanged: eb("unchanged", "+", more.unchanged),
      partly: eb("partly", "+", more.partly),
    }))
    .where("id", "=", id)
    .execute();
}

/** False: it had ended already. */
export async function endJob(
  trx: Db,
  id: number,
  { status, at }: { status: "done" | "stopped"; at: string },
): Promise<boolean> {
  const result = await trx
    .updateTable("bulkJobs")
    .set({ status, endedAt: at })
    .where("id", "=", id)
    .where("status", "=", "running")
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

/** What ended before this can be taken back by nobody any more. */
export async function deleteJobsEndedBefore(trx: Db, at: string): Promise<void> {
  const ended = trx.selectFrom("bulkJobs").select("id").where("endedAt", "<", at);
  await trx.deleteFrom("bulkItems").where("jobId", "in", ended).execute();
  await trx.updateTable("bulkJobs").set({ undoes: null }).where("undoes", "in", ended).execute();
  await trx.deleteFrom("bulkJobs").where("endedAt", "<", at).execute();
}
