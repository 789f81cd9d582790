// Asks a worker for the keys; the worker ends with its answer, and with it the memory it took.
import type { ShareKeys } from "@studydesk/sealing/derive-keys";
import type { UnlockRequest, UnlockResult } from "./unlock-worker";

/** Undefined when this device could not do it: too little memory, or no worker. */
export function unlock(request: UnlockRequest): Promise<ShareKeys | undefined> {
  return new Promise((resolve) => {
    // A classic worker: phones of some years ago know no other.
    const worker = new Worker(new URL("./unlock-worker.ts", import.meta.url));
    const end = (keys: ShareKeys | undefined) => {
      worker.terminate();
      resolve(keys);
    };
    worker.onmessage = ({ data }: MessageEvent<UnlockResult>) =>
      end("keys" in data ? data.keys : undefined);
    worker.onerror = () => end(undefined);
    worker.postMessage(request);
  });
}
