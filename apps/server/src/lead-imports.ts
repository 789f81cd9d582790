// The loop that goes on with imports of leads: as soon as one is begun, and after a start with what a stopped
// or killed server left. Once an hour it clears away files and rejected rows that were kept long enough.
import { randomUUID } from "node:crypto";
import type { Deps } from "@studydesk/api/deps";
import { purgeImports, workOnImports } from "@studydesk/api/imports/work-on-imports";
import type { Logger } from "pino";

const hour = 3_600_000;
/** For imports that another server took in, or left. */
const lookMs = 2_000;

export interface LeadImports {
  wake(): void;
  /** Resolves when nothing is read or written any more. */
  stop(): Promise<void>;
}

export function startLeadImports({ deps, log }: { deps: Deps; log: Logger }): LeadImports {
  const owner = randomUUID();
  let isStopping = false;
  let isWanted = false;
  let purgedAt = Number.NEGATIVE_INFINITY;
  let underWay: Promise<void> | undefined;

  const reportFault = (error: unknown) =>
    log.error({ err: error }, "an import rests, and goes on in some seconds");

  async function run(): Promise<void> {
    while (isWanted && !isStopping) {
      isWanted = false;
      try {
        await workOnImports(deps, { owner, isStopping: () => isStopping, reportFault });
        const at = deps.now().getTime();
        if (at - purgedAt < hour) continue;
        purgedAt = at;
        await purgeImports(deps);
      } catch (error) {
        reportFault(error);
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
