// Begins a job over many leads. Which leads is settled now, once, within the viewer's sites: rows that
// come in or change later are none of it. The work itself is the loop's.
import { addAudit } from "@studydesk/db/audit/audit-queries";
import { addMatchingItems, addPickedItems, countAmong } from "@studydesk/db/bulk/item-queries";
import { addJob, findJob, setJobTotal } from "@studydesk/db/bulk/job-queries";
import { type Db, inTransaction } from "@studydesk/db/open-database";
import type {
  BulkSelection,
  CountOutsideInput,
  JobTask,
  StartBulkInput,
} from "@studydesk/domain/bulk/bulk-task";
import { DomainError, notFound } from "@studydesk/domain/errors";
import { siteIdsOf, siteIdsWithRole, type Viewer } from "@studydesk/domain/people/viewer";
import type { Deps } from "../deps";
import { readReader } from "../leads/read-lead-list";
import { type JobView, readJobView } from "./job-view";

type StartDeps = Pick<Deps, "db" | "noteKeys" | "now" | "jobQueued">;

/** Throws forbidden for whoever works on no leads, and not_found where none of them is there. */
export async function startJob(
  deps: StartDeps,
  viewer: Viewer,
  { task, selection }: StartBulkInput,
): Promise<JobView> {
  if (siteIdsWithRole(viewer, "coordinator", "admin").length === 0) {
    throw new DomainError(
      "forbidden",
      "Coordinators and admins change leads. Ask one of them to do this.",
    );
  }
  return beginJob(deps, viewer, { task, undoes: null }, (trx, jobId) =>
    addSelected({ ...deps, db: trx }, viewer, jobId, selection),
  );
}

/** `addItems` gives how many leads there are. */
export async function beginJob(
  deps: StartDeps,
  viewer: Viewer,
  { task, undoes }: { task: JobTask; undoes: number | null },
  addItems: (trx: Db, jobId: number) => Promise<number>,
): Promise<JobView> {
  const now = deps.now();
  const at = now.toISOString();
  const view = await inTransaction(deps.db, async (trx) => {
    const jobId = await addJob(trx, { byUserId: viewer.userId, task, undoes, at });
    const total = await addItems(trx, jobId);
    if (total === 0) {
      throw new DomainError(
        "not_found",
        "None of these leads is there any more. Look at the list again, and pick anew.",
      );
    }
    await setJobTotal(trx, jobId, total);
    await addAudit(trx, {
      at,
      actorId: viewer.userId,
      action: "leads.bulk_started",
      subject: "job",
      subjectId: String(jobId),
      siteId: null,
      details: { ...auditDetails(task), total, ...(undoes === null ? {} : { undoes }) },
    });
    const job = await findJob(trx, jobId, viewer.userId);
    if (!job) throw notFound("job");
    return readJobView(trx, job, now);
  });
  deps.jobQueued();
  return view;
}

async function addSelected(
  deps: Pick<Deps, "db" | "noteKeys" | "now">,
  viewer: Viewer,
  jobId: number,
  selection: BulkSelection,
): Promise<number> {
  const siteIds = siteIdsOf(viewer);
  if (selection.kind === "picked") {
    return addPickedItems(deps.db, jobId, selection.leadIds, siteIds);
  }
  const { filters, exceptIds } = selection;
  const reader = await readReader(deps, viewer, filters.search);
  return addMatchingItems(deps.db, jobId, { ...reader, filters, exceptIds });
}

/** How many of the picked leads would not be in a list with these filters. */
export async function countOutside(
  deps: Pick<Deps, "db" | "noteKeys" | "now">,
  viewer: Viewer,
  { leadIds, filters }: CountOutsideInput,
): Promise<number> {
  const reader = await readReader(deps, viewer, filters.search);
  const inside = await countAmong(deps.db, leadIds, { ...reader, filters });
  return new Set(leadIds).size - inside;
}

/** Closed words and ids alone. */
function auditDetails(task: JobTask) {
  switch (task.kind) {
    case "assign":
      return { task: task.kind, to: task.ownerId };
    case "status":
      return { task: task.kind, to: task.to, reason: task.reason ?? null };
    case "follow_up":
      return { task: task.kind, to: task.at };
    case "mail":
      return { task: task.kind, language: task.language };
    case "undo":
      return { task: task.kind, of: task.of };
  }
}
