// Asks a worker for the keys; the worker ends with its answer, and with it the memory it took. One always
// stands ready, so that nothing has to be fetched between the passcode and the note's own request.
import type { ShareKeys } from "@studydesk/sealing/derive-keys";
import type { UnlockRequest, UnlockResult } from "./unlock-worker";

/** Undefined when this device could not do it: too little memory, or no worker. */
export type Unlock = (request: UnlockRequest) => Promise<ShareKeys | undefined>;

export function prepareUnlock(): Unlock {
  let spare = startWorker();
  return (request) =>
    new Promise((resolve) => {
      // One that did not load may by now.
      const { worker } = spare.hasFailed ? startWorker() : spare;
      const end = (keys: ShareKeys | undefined) => {
        worker.terminate();
        spare = startWorker();
        resolve(keys);
      };
      worker.onmessage = ({ data }: MessageEvent<UnlockResult>) =>
        end("keys" in data ? data.keys : undefined);
      worker.onerror = () => end(undefined);
      worker.postMessage(request);
    });
}

function startWorker() {
  // A classic worker: phones of some years ago know no other.
  const worker = new Worker(new URL("./unlock-worker.ts", import.meta.url));
  const started = { worker, hasFailed: false };
  worker.onerror = () => {
    started.hasFailed = true;
  };
  return started;
}
