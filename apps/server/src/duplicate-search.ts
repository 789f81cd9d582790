// The loop that looks for leads of one person: soon after a lead came in or was changed, and on through a
// site that is walked through. It rests twice as long as it worked, so that the desk never feels it; one
// server at a time holds the lease, and what a killed one left goes on with the next start.
import { setImmediate, setTimeout } from "node:timers/promises";
import type { Deps } from "@studydesk/api/deps";
import { searchDuplicates } from "@studydesk/api/duplicates/search-duplicates";
import { hasDuplicateWork } from "@studydesk/db/duplicates/check-queries";
import type { Logger } from "pino";
import { holdLease } from "./hold-lease";
import { type Loop, startLoop } from "./start-loop";
import { wakeByNews } from "./wake-by-news";

const leaseMs = 15_000;
/** What comes in at once is looked at in one go. */
const gatherMs = 250;
/** For what another server took in. */
const lookMs = 15_000;

export function startDuplicateSearch({ deps, log }: { deps: Deps; log: Logger }): Loop {
  const lease = holdLease(deps, "duplicates", leaseMs);

  const reportFault = (error: unknown) =>
    log.error({ err: error }, "the search for leads of one person rests, and goes on later");

  const loop = startLoop({
    everyMs: lookMs,
    async round(signal) {
      const rest = (ms: number) => setTimeout(ms, undefined, { signal }).catch(() => undefined);
      await rest(gatherMs);
      while (!signal.aborted && (await hasDuplicateWork(deps.db)) && (await lease.keep())) {
        const began = performance.now();
        await searchDuplicates({ ...deps, rest: setImmediate });
        await rest(2 * (performance.now() - began));
      }
      await lease.release();
    },
    reportFault,
  });
  return wakeByNews(loop, { live: deps.live, reportFault });
}
