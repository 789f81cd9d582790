// The loop that turns follow-ups which fell due into reminder mail: a look every minute, one mail a quarter
// of an hour and person at most. A round that fails, or that a stop cut off, is made up for by the next.
import type { Deps } from "@studydesk/api/deps";
import { queueReminders } from "@studydesk/api/reminders/queue-reminders";
import type { Logger } from "pino";

const minute = 60_000;

export interface Reminders {
  /** Resolves when no round is under way any more. */
  stop(): Promise<void>;
}

export function startReminders({ deps, log }: { deps: Deps; log: Logger }): Reminders {
  const stopping = new AbortController();
  let underWay: Promise<void> | undefined;

  async function run(): Promise<void> {
    try {
      const queued = await queueReminders(deps, () => stopping.signal.aborted);
      if (queued === 0) return;
      log.info({ queued }, "reminders of follow-ups queued");
      deps.live.announce();
      deps.mailQueued();
    } catch (error) {
      log.error({ err: error }, "follow-ups were not reminded of and will be in a minute");
    } finally {
      underWay = undefined;
    }
  }

  const wake = () => {
    underWay ??= run();
  };
  wake();
  const timer = setInterval(wake, minute);
  timer.unref();
  return {
    async stop() {
      clearInterval(timer);
      stopping.abort();
      await underWay;
    },
  };
}
