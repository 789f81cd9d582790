// The loop that turns follow-ups which fell due into reminder mail: a look every minute, one mail a quarter
// of an hour and person at most. A round that fails, or that a stop cut off, is made up for by the next.
import type { Deps } from "@studydesk/api/deps";
import { queueReminders } from "@studydesk/api/reminders/queue-reminders";
import type { Logger } from "pino";
import { type Loop, startLoop } from "./start-loop";

const minute = 60_000;

export function startReminders({ deps, log }: { deps: Deps; log: Logger }): Loop {
  return startLoop({
    everyMs: minute,
    async round(signal) {
      const queued = await queueReminders(deps, () => signal.aborted);
      if (queued === 0) return;
      log.info({ queued }, "reminders of follow-ups queued");
      deps.live.announce();
      deps.mailQueued();
    },
    reportFault: (error) =>
      log.error({ err: error }, "follow-ups were not reminded of and will be in a minute"),
  });
}
