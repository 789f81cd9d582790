// One worker for one sealing; the memory that it took ends with it.
import type { SealRequest, SealResult } from "./seal-worker";

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
