// Asks a worker for the keys. It is loaded with the page and stays for the next try, so that nothing has to
// be fetched after a passcode is typed; the memory it took goes with it once the note is open.
import type { ShareKeys } from "@studydesk/sealing/derive-keys";
import type { UnlockRequest, UnlockResult } from "./unlock-worker";

export interface Unlocker {
  /** Undefined when this device could not do it: too little memory, or no worker. */
  unlock(request: UnlockRequest): Promise<ShareKeys | undefined>;
  end(): void;
}

export function prepareUnlocker(): Unlocker {
  let ready: Worker | undefined = startWorker();
  const fail = () => {
    ready?.terminate();
    ready = undefined;
  };
  ready.onerror = fail;
  return {
    unlock: (request) =>
      new Promise((resolve) => {
        // What did not load, or ran out of memory, may do better anew.
        ready ??= startWorker();
        ready.onmessage = ({ data }: MessageEvent<UnlockResult>) => {
          if ("failed" in data) fail();
          resolve("keys" in data ? data.keys : undefined);
        };
        ready.onerror = () => {
          fail();
          resolve(undefined);
        };
        ready.postMessage(request);
      }),
    end: fail,
  };
}

function startWorker(): Worker {
  // A classic worker: phones of some years ago know no other.
  return new Worker(new URL("./unlock-worker.ts", import.meta.url));
}
