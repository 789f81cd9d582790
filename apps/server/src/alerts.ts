// The loop that turns openings into alert mail: soon after a change that may have opened a study, and once
// a minute for what became due meanwhile.
import type { Deps } from "@studydesk/api/deps";
import { queueAlerts } from "@studydesk/api/subscriptions/queue-alerts";
import { findLastOpeningId } from "@studydesk/db/subscriptions/opening-queries";
import type { Logger } from "pino";
import { type Loop, startLoop } from "./start-loop";
import { wakeByNews } from "./wake-by-news";

const minute = 60_000;

export function startAlerts({ deps, log }: { deps: Deps; log: Logger }): Loop {
  let lastOpeningId: number | undefined;

  const loop = startLoop({
    everyMs: minute,
    async round(signal) {
      const queued = await queueAlerts(deps, () => signal.aborted);
      if (queued === 0) return;
      log.info({ queued }, "study alerts queued");
      deps.live.announce();
      deps.mailQueued();
    },
    reportFault: (error) =>
      log.error({ err: error }, "study alerts were not queued and will be tried again"),
  });

  return wakeByNews(loop, {
    live: deps.live,
    /** Most of what is announced opens no study. */
    async isMeant() {
      const last = await findLastOpeningId(deps.db);
      const isNew = last !== lastOpeningId;
      lastOpeningId = last;
      return isNew;
    },
    reportFault: (error) =>
      log.error({ err: error }, "study alerts hear of openings by the minute alone"),
  });
}
