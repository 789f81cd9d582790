// The loop that looks for leads of one person: soon after a lead came in or was changed, and on through a
// site that is walked through. It rests twice as long as it worked, so that the desk never feels it; one
// server at a time holds the lease, and what a killed one left goes on with the next start.
import { randomUUID } from "node:crypto";
import { setImmediate, setTimeout } from "node:timers/promises";
import type { Deps } from "@studydesk/api/deps";
import { searchDuplicates } from "@studydesk/api/duplicates/search-duplicates";
import { hasDuplicateWork } from "@studydesk/db/duplicates/check-queries";
import { releaseLease, takeLease } from "@studydesk/db/leases";
import type { Logger } from "pino";

const lease = "duplicates";
const leaseMs = 15_000;
/** What comes in at once is looked at in one go. */
const gatherMs = 250;
/** For what another server took in. */
const lookMs = 15_000;

export interface DuplicateSearch {
  wake(): void;
  /** Resolves when nothing is read or written any more. */
  stop(): Promise<void>;
}

export function startDuplicateSearch({ deps, log }: { deps: Deps; log: Logger }): DuplicateSearch {
  const { db, now } = deps;
  const owner = randomUUID();
  const stopping = new AbortController();
  const { signal } = stopping;
  let isWanted = false;
  let underWay: Promise<void> | undefined;

  const rest = (ms: number) => setTimeout(ms, undefined, { signal }).catch(() => undefined);

  async function work(): Promise<void> {
    let heldUntil = 0;
    while (!signal.aborted && (await hasDuplicateWork(db))) {
      if (now().getTime() > heldUntil - leaseMs / 2) {
        const at = now();
        if (!(await takeLease(db, { name: lease, owner, now: at, ms: leaseMs }))) return;
        heldUntil = at.getTime() + leaseMs;
      }
      const began = performance.now();
      await searchDuplicates({ ...deps, rest: setImmediate });
      await rest(2 * (performance.now() - began));
    }
    if (heldUntil > 0) await releaseLease(db, { name: lease, owner });
  }

  async function run(): Promise<void> {
    while (isWanted && !signal.aborted) {
      await rest(gatherMs);
      isWanted = false;
      try {
        await work();
      } catch (error) {
        log.error({ err: error }, "the search for leads of one person rests, and goes on later");
      }
    }
    underWay = undefined;
  }

  const wake = () => {
    isWanted = true;
    underWay ??= run();
  };

  async function listen(): Promise<void> {
    try {
      for await (const _ of deps.live.announcements(signal)) wake();
    } catch (error) {
      if (!signal.aborted) throw error;
    }
  }

  wake();
  const listening = listen();
  const timer = setInterval(wake, lookMs);
  timer.unref();
  return {
    wake,
    async stop() {
      stopping.abort();
      clearInterval(timer);
      await Promise.all([listening, underWay]);
    },
  };
}
