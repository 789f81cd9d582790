// Sends a file to the server as it is, telling how far it has come. fetch cannot tell that.
import { z } from "zod/mini";

const answerSchema = z.object({ importId: z.int() });
const refusalSchema = z.object({ message: z.string() });

/** Rejects with a sentence to show. */
export function uploadFile(
  file: File,
  onProgress: (sent: number) => void,
  signal: AbortSignal,
): Promise<number> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("POST", "/api/imports");
    request.setRequestHeader("content-type", "application/octet-stream");
    request.setRequestHeader("x-file-name", encodeURIComponent(file.name));
    request.upload.onprogress = ({ loaded }) => onProgress(loaded);
    const fail = () =>
      reject(new Error("The file did not arrive. Check the connection, then choose it again."));
    request.onerror = fail;
    request.onabort = fail;
    request.onload = () => {
      const body = parse(request.responseText);
      const taken = answerSchema.safeParse(body);
      if (taken.success) return resolve(taken.data.importId);
      const refusal = refusalSchema.safeParse(body);
      if (refusal.success) return reject(new Error(refusal.data.message));
      fail();
    };
    signal.addEventListener("abort", () => request.abort());
    request.send(file);
  });
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
