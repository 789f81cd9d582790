// Work that goes on beside the requests: at the start, by the clock and whenever it is woken, one round at a
// time. A round that fails is reported, and the next one tries again.

import { withoutAuditOrigin } from "@studydesk/db/audit/audit-origin";

export interface Loop {
  /** One more round, also if one is under way: it may have begun too early to see what is new. */
  wake(): void;
  /** Resolves when no round is under way any more. */
  stop(): Promise<void>;
}

export interface LoopOptions {
  /** Gives up soon once the signal says so. */
  round(signal: AbortSignal): Promise<void>;
  everyMs: number;
  reportFault(error: unknown): void;
}

export function startLoop({ round, everyMs, reportFault }: LoopOptions): Loop {
  const stopping = new AbortController();
  const { signal } = stopping;
  let isWanted = false;
  let underWay: Promise<void> | undefined;

  async function run(): Promise<void> {
    while (isWanted && !signal.aborted) {
      isWanted = false;
      try {
        await round(signal);
      } catch (error) {
        reportFault(error);
      }
    }
    underWay = undefined;
  }

  const wake = () => {
    isWanted = true;
    underWay ??= withoutAuditOrigin(run);
  };
  wake();
  const timer = setInterval(wake, everyMs);
  timer.unref();
  return {
    wake,
    async stop() {
      stopping.abort();
      clearInterval(timer);
      await underWay;
    },
  };
}
