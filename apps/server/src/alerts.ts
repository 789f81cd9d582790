// The loop that turns openings into alert mail: soon after a change that may have opened a study, and once
// a minute for what became due meanwhile. A round that fails is tried again with the next.
import type { Deps } from "@studydesk/api/deps";
import { queueAlerts } from "@studydesk/api/subscriptions/queue-alerts";
import { findLastOpeningId } from "@studydesk/db/subscriptions/opening-queries";
import type { Logger } from "pino";

const minute = 60_000;

export interface Alerts {
  /** Resolves when no round is under way any more. */
  stop(): Promise<void>;
}

export function startAlerts(parts: { deps: Deps; log: Logger }): Alerts {
  const { deps, log } = parts;
  const stopping = new AbortController();
  const isStopping = () => stopping.signal.aborted;
  let isWanted = true;
  let lastOpeningId: number | undefined;
  let underWay: Promise<void> | undefined;

  async function run(): Promise<void> {
    while (isWanted && !isStopping()) {
      isWanted = false;
      try {
        const queued = await queueAlerts(deps, isStopping);
        if (queued === 0) continue;
        log.info({ queued }, "study alerts queued");
        deps.live.announce();
        deps.mailQueued();
      } catch (error) {
        log.error({ err: error }, "study alerts were not queued and will be tried again");
      }
    }
    underWay = undefined;
  }

  const wake = () => {
    isWanted = true;
    underWay ??= run();
  };

  /** Most of what is announced opens no study. */
  async function wakeForOpening(): Promise<void> {
    const last = await findLastOpeningId(deps.db);
    if (last !== lastOpeningId) wake();
    lastOpeningId = last;
  }

  async function listen(): Promise<void> {
    try {
      for await (const _announced of deps.live.announcements(stopping.signal))
        await wakeForOpening();
    } catch (error) {
      if (!isStopping())
        log.error({ err: error }, "study alerts hear of openings by the minute alone");
    }
  }

  wake();
  const timer = setInterval(wake, minute);
  timer.unref();
  const listening = listen();
  return {
    async stop() {
      clearInterval(timer);
      stopping.abort();
      await Promise.all([listening, underWay]);
    },
  };
}
