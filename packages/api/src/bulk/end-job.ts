// A job is stopped, or taken back by another one. What was done until then stays done until it is taken
// back; what was not begun stays as it is.
import { addAudit } from "@studydesk/db/audit/audit-queries";
import { addItemsToUndo, listRefusals, type Refusal } from "@studydesk/db/bulk/item-queries";
import {
  type BulkJob,
  endJob,
  findJob,
  listJobs,
  listUndosOf,
} from "@studydesk/db/bulk/job-queries";
import { lockByName } from "@studydesk/db/dialect";
import { type Db, inTransaction } from "@studydesk/db/open-database";
import type { BulkJobInput, ListRefusalsInput } from "@studydesk/domain/bulk/bulk-task";
import { DomainError, notFound } from "@studydesk/domain/errors";
import { undoWithinMs } from "@studydesk/domain/leads/undo";
import { siteIdsOf, type Viewer } from "@studydesk/domain/people/viewer";
import type { Deps } from "../deps";
import { isYoungEnough, type JobView, readJobView } from "./job-view";
import { beginJob } from "./start-job";

const mostListed = 10;
const refusalsPerPage = 100;

/** The viewer's own of this session's time, newest first, and whatever still runs. */
export async function readJobs(
  { db, now }: Pick<Deps, "db" | "now">,
  viewer: Viewer,
): Promise<JobView[]> {
  const at = now();
  const since = new Date(at.getTime() - undoWithinMs).toISOString();
  const jobs = await listJobs(db, { byUserId: viewer.userId, since, limit: mostListed });
  const views: JobView[] = [];
  for (const job of jobs) views.push(await readJobView(db, job, at));
  return views;
}

/** Which leads stayed as they were, wholly or in part, and why. Throws not_found for another's job. */
export async function readRefusals(
  { db }: Pick<Deps, "db">,
  viewer: Viewer,
  { jobId, cursor }: ListRefusalsInput,
): Promise<{ rows: Refusal[]; nextCursor: number | null }> {
  await getJob(db, viewer, jobId);
  const page = { after: cursor ?? 0, limit: refusalsPerPage };
  const rows = await listRefusals(db, jobId, siteIdsOf(viewer), page);
  const last = rows.at(-1);
  return { rows, nextCursor: last && rows.length === page.limit ? last.position : null };
}

/** Stopped twice, nothing changes. Throws not_found for another's job. */
export async function stopJob(
  deps: Pick<Deps, "db" | "now" | "live">,
  viewer: Viewer,
  { jobId }: BulkJobInput,
): Promise<JobView> {
  const now = deps.now();
  const view = await inTransaction(deps.db, async (trx) => {
    await stop(trx, viewer, await getJob(trx, viewer, jobId), now);
    return readJobView(trx, await getJob(trx, viewer, jobId), now);
  });
  deps.live.announce();
  return view;
}

/**
 * Takes back all that a job did, as a job of its own; one that runs is stopped first. Throws not_found for
 * another's job, rule_broken where it is too late or done already.
 */
export async function undoJob(
  deps: Pick<Deps, "db" | "noteKeys" | "now" | "jobQueued">,
  viewer: Viewer,
  { jobId }: BulkJobInput,
): Promise<JobView> {
  const now = deps.now();
  const job = await getJob(deps.db, viewer, jobId);
  if (!isYoungEnough(job, now)) {
    throw new DomainError(
      "rule_broken",
      "This was done too long ago to be taken back in one go. Change the leads themselves.",
      { reason: "too_late" },
    );
  }
  const task = { kind: "undo", of: job.task.kind } as const;
  return beginJob(deps, viewer, { task, undoes: jobId }, async (trx, undoId) => {
    await lockByName(trx, `bulk undo ${jobId}`);
    const others = (await listUndosOf(trx, jobId)).filter(({ id }) => id !== undoId);
    if (others.some(({ status }) => status !== "stopped")) {
      throw new DomainError(
        "rule_broken",
        "This was taken back already. Nothing more was changed.",
        {
          reason: "undone_already",
        },
      );
    }
    await stop(trx, viewer, await getJob(trx, viewer, jobId), now);
    const total = await addItemsToUndo(trx, undoId, jobId);
    if (total > 0) return total;
    throw new DomainError("rule_broken", "There is nothing to take back: no lead was changed.", {
      reason: "nothing_done",
    });
  });
}

async function getJob(db: Db, viewer: Viewer, jobId: number): Promise<BulkJob> {
  const job = await findJob(db, jobId, viewer.userId);
  if (!job) throw notFound("job");
  return job;
}

async function stop(trx: Db, viewer: Viewer, job: BulkJob, now: Date): Promise<void> {
  const at = now.toISOString();
  if (!(await endJob(trx, job.id, { status: "stopped", at }))) return;
  await addAudit(trx, {
    at,
    actorId: viewer.userId,
    action: "leads.bulk_stopped",
    subject: "job",
    subjectId: String(job.id),
    siteId: null,
    details: { done: job.done, refused: job.refused, total: job.total },
  });
}
