// How a page seals, at the desk and on the study site: one worker for one sealing, and the memory that it
// took ends with it.
import type { SealRefusal, sealShare } from "./seal";
import type { SharePayload } from "./share-payload";

export interface SealRequest {
  payload: SharePayload;
  passcode: string;
}
export type MadeSeal = Awaited<ReturnType<typeof sealShare>>;
/** `no_memory`: the device could not run the sealing at all. */
export type RefusedSeal = SealRefusal | "no_memory";
export type SealResult = { made: MadeSeal } | { refused: RefusedSeal };

export function sealInWorker(request: SealRequest): Promise<SealResult> {
  return new Promise((resolve) => {
    const worker = new Worker(new URL("./seal-worker.ts", import.meta.url), { type: "module" });
    const end = (result: SealResult) => {
      worker.terminate();
      resolve(result);
    };
    worker.onmessage = ({ data }: MessageEvent<SealResult>) => end(data);
    worker.onerror = () => end({ refused: "no_memory" });
    worker.postMessage(request);
  });
}
