// A job as its own person sees it: what it does, how far it is, and whether it can be taken back.
import { type BulkJob, listUndosOf } from "@studydesk/db/bulk/job-queries";
import type { Db } from "@studydesk/db/open-database";
import type { BulkJobStatus } from "@studydesk/domain/bulk/bulk-job";
import type { JobTask } from "@studydesk/domain/bulk/bulk-task";
import { undoWithinMs } from "@studydesk/domain/leads/undo";

export interface JobView {
  id: number;
  task: JobTask;
  /** The job that this one takes back. */
  undoes: number | null;
  status: BulkJobStatus;
  /** Leads, as they were counted when it began. */
  total: number;
  done: number;
  refused: number;
  /** As wanted already. */
  unchanged: number;
  /** Of the done: those of which something stayed as it was. */
  partly: number;
  createdAt: string;
  endedAt: string | null;
  /** It is being, or was, taken back. */
  isUndone: boolean;
  canUndo: boolean;
}

export async function readJobView(db: Db, job: BulkJob, now: Date): Promise<JobView> {
  const isUndone = (await listUndosOf(db, job.id)).some(({ status }) => status !== "stopped");
  return {
    id: job.id,
    task: job.task,
    undoes: job.undoes,
    status: job.status,
    total: job.total,
    done: job.done,
    refused: job.refused,
    unchanged: job.unchanged,
    partly: job.partly,
    createdAt: job.createdAt,
    endedAt: job.endedAt,
    isUndone,
    canUndo: !isUndone && isYoungEnough(job, now),
  };
}

export function isYoungEnough({ createdAt }: Pick<BulkJob, "createdAt">, now: Date): boolean {
  return Date.parse(createdAt) > now.getTime() - undoWithinMs;
}
