// Wakes a loop by what the desk announces: soon after a change, instead of by the clock alone.
import type { LiveEvents } from "@studydesk/api/live-events";
import type { Loop } from "./start-loop";

export function wakeByNews(
  loop: Loop,
  options: {
    live: LiveEvents;
    /** Left out: each announcement is. */
    isMeant?: () => Promise<boolean>;
    reportFault: (error: unknown) => void;
  },
): Loop {
  const { live, isMeant, reportFault } = options;
  const stopping = new AbortController();

  async function listen(): Promise<void> {
    try {
      for await (const _announced of live.announcements(stopping.signal)) {
        if (!isMeant || (await isMeant())) loop.wake();
      }
    } catch (error) {
      if (!stopping.signal.aborted) reportFault(error);
    }
  }

  const listening = listen();
  return {
    wake: loop.wake,
    async stop() {
      stopping.abort();
      await Promise.all([listening, loop.stop()]);
    },
  };
}
