// The loop of reminders: follow-ups that fell due, to the team (one mail a quarter of an hour and person at most),
// and visits a day ahead, to whom they are agreed with. A round that fails, or that a stop cut off, is made up for
// by the next.
import type { Deps } from "@studydesk/api/deps";
import { queueReminders } from "@studydesk/api/reminders/queue-reminders";
import { remindOfVisits } from "@studydesk/api/visits/remind-of-visits";
import type { Logger } from "pino";
import { type Loop, startLoop } from "./start-loop";

const minute = 60_000;

export function startReminders({ deps, log }: { deps: Deps; log: Logger }): Loop {
  return startLoop({
    everyMs: minute,
    async round(signal) {
      const isStopping = () => signal.aborted;
      const queued =
        (await queueReminders(deps, isStopping)) + (await remindOfVisits(deps, isStopping));
      if (queued === 0) return;
      log.info({ queued }, "reminders queued");
      deps.live.announce();
      deps.mailQueued();
    },
    reportFault: (error) =>
      log.error({ err: error }, "reminders were not written and will be in a minute"),
  });
}
