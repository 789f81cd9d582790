// Derives the keys of a share off the page's own thread: it takes a moment on purpose.
import { deriveKeys, type ShareKeys } from "@studydesk/sealing/derive-keys";

export interface UnlockRequest {
  secret: string;
  passcode: string;
}
export type UnlockResult = { keys: ShareKeys } | { failed: true };

self.onmessage = async ({ data }: MessageEvent<UnlockRequest>) => {
  try {
    const result: UnlockResult = { keys: await deriveKeys(data.secret, data.passcode) };
    self.postMessage(result);
  } catch {
    // What remains is the 64 MiB that could not be had.
    const result: UnlockResult = { failed: true };
    self.postMessage(result);
  }
};
