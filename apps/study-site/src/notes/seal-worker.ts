// Seals off the page's own thread: it takes a moment on purpose, and the page stays usable.
import { type SealRefusal, SealRefusedError, sealShare } from "@studydesk/sealing/seal";
import type { SharePayload } from "@studydesk/sealing/share-payload";

export interface SealRequest {
  payload: SharePayload;
  passcode: string;
}
export type SealResult =
  | { made: Awaited<ReturnType<typeof sealShare>> }
  | { refused: SealRefusal | "no_memory" };

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
