// The loop that works on jobs over many leads and on retention runs: a chunk, then whoever waits at the desk, then
// the next.
// One server at a time holds the lease; what a killed one left goes on with the next start.
import { setImmediate } from "node:timers/promises";
import { workOnJobs } from "@studydesk/api/bulk/work-on-jobs";
import type { Deps } from "@studydesk/api/deps";
import { startRunsByClock } from "@studydesk/api/retention/start-run";
import { workOnRetentionRun } from "@studydesk/api/retention/work-on-run";
import { findJobToWork } from "@studydesk/db/bulk/job-queries";
import { findRunToWork } from "@studydesk/db/retention/run-queries";
import type { Logger } from "pino";
import { holdLease } from "./hold-lease";
import { type Loop, startLoop } from "./start-loop";

// Longer than a chunk takes; after a crash nobody else works for as long.
const leaseMs = 10_000;
/** For jobs that another server took in, or left. */
const lookMs = 3_000;

export function startBulkJobs({ deps, log }: { deps: Deps; log: Logger }): Loop {
  const lease = holdLease(deps, "bulk jobs", leaseMs);

  const reportLead = (error: unknown, jobId: number) =>
    log.error({ err: error, jobId }, "a lead of a job could not be changed and was left out");

  const reportErasure = (error: unknown, runId: number) =>
    log.error({ err: error, runId }, "erasing by the retention clock was not done in full");

  return startLoop({
    everyMs: lookMs,
    async round(signal) {
      await startRunsByClock(deps);
      // Taking the lease is a write, for which the desk would wait every few seconds.
      const isWanted = (await findJobToWork(deps.db, 0)) ?? (await findRunToWork(deps.db));
      if (!isWanted) return;
      let afterJobId: number | undefined = 0;
      while (!signal.aborted && (await lease.keep())) {
        afterJobId = await workOnJobs(deps, afterJobId ?? 0, reportLead);
        const hasErased = await workOnRetentionRun(deps, reportErasure);
        if (afterJobId === undefined && !hasErased) break;
        await setImmediate();
      }
      await lease.release();
    },
    reportFault: (error) =>
      log.error({ err: error }, "jobs over many leads rest, and go on in some seconds"),
  });
}
