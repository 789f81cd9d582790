// Seals off the page's own thread: it takes a moment on purpose, and the page stays usable.

import { SealRefusedError, sealShare } from "./seal";
import type { SealRequest, SealResult } from "./seal-in-worker";

self.onmessage = async ({ data }: MessageEvent<SealRequest>) => {
  self.postMessage(await seal(data));
};

async function seal({ payload, passcode }: SealRequest): Promise<SealResult> {
  try {
    return { made: await sealShare(payload, passcode) };
  } catch (error) {
    return { refused: error instanceof SealRefusedError ? error.reason : "no_memory" };
  }
}
