// The loop that works on jobs over many leads: a chunk, then whoever waits at the desk, then the next.
// One server at a time holds the lease; what a killed one left goes on with the next start.
import { randomUUID } from "node:crypto";
import { setImmediate } from "node:timers/promises";
import { workOnJobs } from "@studydesk/api/bulk/work-on-jobs";
import type { Deps } from "@studydesk/api/deps";
import { releaseLease, takeLease } from "@studydesk/db/leases";
import type { Logger } from "pino";

const lease = "bulk jobs";
// Longer than a chunk takes; after a crash nobody else works for as long.
const leaseMs = 10_000;
/** For jobs that another server took in, or left. */
const lookMs = 3_000;

export interface BulkJobs {
  wake(): void;
  /** Resolves when no chunk is under way any more. */
  stop(): Promise<void>;
}

export function startBulkJobs({ deps, log }: { deps: Deps; log: Logger }): BulkJobs {
  const { db, now } = deps;
  const owner = randomUUID();
  let isStopping = false;
  let isWanted = false;
  let underWay: Promise<void> | undefined;

  const reportFault = (error: unknown, jobId: number) =>
    log.error({ err: error, jobId }, "a lead of a job could not be changed and was left out");

  async function work(): Promise<void> {
    let afterJobId = 0;
    let heldUntil = 0;
    while (!isStopping) {
      if (now().getTime() > heldUntil - leaseMs / 2) {
        const at = now();
        if (!(await takeLease(db, { name: lease, owner, now: at, ms: leaseMs }))) return;
        heldUntil = at.getTime() + leaseMs;
      }
      const worked = await workOnJobs(deps, afterJobId, reportFault);
      if (worked === undefined) break;
      afterJobId = worked;
      await setImmediate();
    }
    await releaseLease(db, { name: lease, owner });
  }

  async function run(): Promise<void> {
    while (isWanted && !isStopping) {
      isWanted = false;
      try {
        await work();
      } catch (error) {
        log.error({ err: error }, "jobs over many leads rest, and go on in some seconds");
      }
    }
    underWay = undefined;
  }

  const wake = () => {
    isWanted = true;
    underWay ??= run();
  };
  wake();
  const timer = setInterval(wake, lookMs);
  timer.unref();
  return {
    wake,
    async stop() {
      isStopping = true;
      clearInterval(timer);
      await underWay;
    },
  };
}
