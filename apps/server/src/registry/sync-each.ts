// Study after study, with a pause between: a server that serves everybody is not bothered. When several
// in a row were not reached the network is away, and the rest is left for another time.
import { setTimeout as delay } from "node:timers/promises";
import { type SyncDeps, type SyncOutcome, syncStudy } from "@studydesk/api/studies/sync-study";

export type Wait = (ms: number, signal: AbortSignal) => Promise<void>;

const pauseMs = 1_000;
const mostUnreached = 2;

/** Ends early when the signal does; what was taken over until then stays. */
export async function* syncEach(
  deps: SyncDeps,
  nctIds: readonly string[],
  options: { signal: AbortSignal; wait: Wait; isDryRun?: boolean },
): AsyncGenerator<SyncOutcome, void> {
  const { signal, isDryRun = false } = options;
  let unreached = 0;
  for (const [index, nctId] of nctIds.entries()) {
    let outcome: SyncOutcome;
    try {
      if (index > 0) await options.wait(pauseMs, signal);
      signal.throwIfAborted();
      outcome = await syncStudy(deps, { nctId, isDryRun }, signal);
    } catch (error) {
      if (signal.aborted) return;
      throw error;
    }
    yield outcome;
    unreached = isUnreached(outcome) ? unreached + 1 : 0;
    if (unreached >= mostUnreached) return;
  }
}

function isUnreached(outcome: SyncOutcome): boolean {
  return outcome.result === "not_taken" && outcome.reason === "not_reached";
}

export const wait: Wait = async (ms, signal) => {
  await delay(ms, undefined, { signal });
};
