// Many leads changed in one go: the jobs, and what became of each lead in them.
import type { BulkItemState, BulkJobStatus } from "@studydesk/domain/bulk/bulk-job";
import type { Generated } from "kysely";
import type { Fixed } from "./columns";

interface BulkJobsTable {
  id: Generated<number>;
  byUserId: Fixed<string>;
  /** JSON of what is done to each lead; see domain/bulk/bulk-task.ts. */
  task: Fixed<string>;
  /** The job that this one takes back. */
  undoes: number | null;
  status: BulkJobStatus;
  total: number;
  done: Generated<number>;
  refused: Generated<number>;
  /** As wanted already. */
  unchanged: Generated<number>;
  /** Of the done: those of which something stayed as it was. */
  partly: Generated<number>;
  createdAt: Fixed<string>;
  endedAt: string | null;
}

interface BulkItemsTable {
  jobId: Fixed<number>;
  /** From 1, in the order of the work. */
  position: Fixed<number>;
  leadId: Fixed<number>;
  state: BulkItemState;
  /** The change that was made; null where there was nothing to change. */
  changeId: number | null;
  /** A sentence: why this lead stayed as it was, or what of it did. */
  refusal: string | null;
}

export interface BulkTables {
  bulkJobs: BulkJobsTable;
  bulkItems: BulkItemsTable;
}
