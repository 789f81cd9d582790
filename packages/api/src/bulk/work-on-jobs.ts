// Works on jobs, a chunk of leads at a time, each job in its turn. A lead, what is said of it, and the
// count are one transaction: whatever ends the program, the next start goes on and does none twice. A
// lead that a rule refuses stops no other.
import {
  findItemChange,
  type ItemOutcome,
  type ItemToDo,
  listItemsToDo,
  setItem,
} from "@studydesk/db/bulk/item-queries";
import {
  type BulkJob,
  countProgress,
  endJob,
  findJobToWork,
  holdJob,
} from "@studydesk/db/bulk/job-queries";
import { holdLeads } from "@studydesk/db/leads/lead-queries";
import { type Db, inTransaction } from "@studydesk/db/open-database";
import { withSavepoint } from "@studydesk/db/savepoint";
import { DomainError } from "@studydesk/domain/errors";
import type { Viewer } from "@studydesk/domain/people/viewer";
import type { Deps } from "../deps";
import { takeBack } from "../leads/undo-change";
import { tellOfManyLeads } from "../record-change";
import { applyTask } from "./apply-task";
import { readWorker } from "./read-worker";

/** Small enough that nobody at the desk waits for it. */
const leadsPerChunk = 50;

export type WorkDeps = Pick<Deps, "db" | "now" | "live" | "baseUrl" | "mailQueued">;

/**
 * One chunk of the job after that one, or of the first; gives its number, and undefined when no job runs.
 * `reportFault` hears of a lead that could not be changed for no reason that anybody foresaw.
 */
export async function workOnJobs(
  deps: WorkDeps,
  afterJobId: number,
  reportFault: (error: unknown, jobId: number) => void,
): Promise<number | undefined> {
  const job = await findJobToWork(deps.db, afterJobId);
  if (!job) return undefined;
  const viewer = await readWorker(deps.db, job.byUserId);
  try {
    await workOnChunk(deps, viewer, job, leadsPerChunk);
  } catch {
    // Whichever lead it was: alone it fails alone, and what is wrong with the database fails again.
    await workOnOne(deps, viewer, job, reportFault);
  }
  deps.live.announce();
  if (job.task.kind === "mail") deps.mailQueued();
  return job.id;
}

async function workOnOne(
  deps: WorkDeps,
  viewer: Viewer,
  job: BulkJob,
  reportFault: (error: unknown, jobId: number) => void,
): Promise<void> {
  try {
    await workOnChunk(deps, viewer, job, 1);
  } catch (error) {
    reportFault(error, job.id);
    const refusal =
      "Something went wrong with this lead, and it stayed as it was. Try it by hand; if that fails too, tell the administrator.";
    await workOnChunk(deps, viewer, job, 1, { state: "refused", changeId: null, refusal });
  }
}

/** `outcome`: said of the leads in place of doing anything. */
async function workOnChunk(
  deps: WorkDeps,
  viewer: Viewer,
  job: BulkJob,
  size: number,
  outcome?: ItemOutcome,
): Promise<void> {
  const now = deps.now();
  const at = now.toISOString();
  await inTransaction(deps.db, async (trx) => {
    if (!(await holdJob(trx, job.id))) return;
    const waiting = await listItemsToDo(trx, job.id, size + 1);
    const items = waiting.slice(0, size);
    await holdLeads(
      trx,
      items.map(({ leadId }) => leadId),
    );
    const count = { done: 0, refused: 0, unchanged: 0, partly: 0 };
    for (const item of items) {
      const came = outcome ?? (await workOnItem(deps, trx, viewer, job, item, now));
      await setItem(trx, job.id, item.position, came);
      if (came.state === "refused") count.refused += 1;
      else if (came.changeId === null) count.unchanged += 1;
      else count.done += 1;
      if (came.state === "done" && came.refusal !== null) count.partly += 1;
    }
    await countProgress(trx, job.id, count);
    if (waiting.length <= size) await endJob(trx, job.id, { status: "done", at });
    const siteIds = items.map(({ siteId }) => siteId);
    await tellOfManyLeads(trx, { siteIds, at, byUserId: job.byUserId });
  });
}

async function workOnItem(
  { baseUrl }: WorkDeps,
  trx: Db,
  viewer: Viewer,
  { id: jobId, task, undoes }: BulkJob,
  { leadId }: ItemToDo,
  now: Date,
): Promise<ItemOutcome> {
  try {
    return await withSavepoint(trx, async () => {
      if (task.kind === "undo") return takeItemBack(trx, viewer, { jobId, undoes, leadId, now });
      const work = { now, jobId, baseUrl };
      const changeId = await applyTask(trx, viewer, task, leadId, work);
      return { state: "done", changeId, refusal: null };
    });
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return { state: "refused", changeId: null, refusal: error.message };
  }
}

async function takeItemBack(
  trx: Db,
  viewer: Viewer,
  item: { jobId: number; undoes: number | null; leadId: number; now: Date },
): Promise<ItemOutcome> {
  const { jobId, undoes, leadId, now } = item;
  const changeId = undoes === null ? undefined : await findItemChange(trx, undoes, leadId);
  if (changeId === undefined) return { state: "done", changeId: null, refusal: null };
  const { undoId, sentence, isWhole } = await takeBack(trx, viewer, changeId, { now, jobId });
  return { state: "done", changeId: undoId, refusal: isWhole ? null : sentence };
}
