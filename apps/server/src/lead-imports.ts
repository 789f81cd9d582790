// The loop that goes on with imports of leads: as soon as one is begun, and after a start with what a stopped
// or killed server left. Once an hour it clears away files and rejected rows that were kept long enough.
import { randomUUID } from "node:crypto";
import type { Deps } from "@studydesk/api/deps";
import { purgeImports, workOnImports } from "@studydesk/api/imports/work-on-imports";
import type { Logger } from "pino";
import { type Loop, startLoop } from "./start-loop";

const hour = 3_600_000;
/** For imports that another server took in, or left. */
const lookMs = 2_000;

export function startLeadImports({ deps, log }: { deps: Deps; log: Logger }): Loop {
  const owner = randomUUID();
  let purgedAt = Number.NEGATIVE_INFINITY;

  const reportFault = (error: unknown) =>
    log.error({ err: error }, "an import rests, and goes on in some seconds");

  return startLoop({
    everyMs: lookMs,
    async round(signal) {
      await workOnImports(deps, { owner, isStopping: () => signal.aborted, reportFault });
      const at = deps.now().getTime();
      if (at - purgedAt < hour) return;
      purgedAt = at;
      await purgeImports(deps);
    },
    reportFault,
  });
}
