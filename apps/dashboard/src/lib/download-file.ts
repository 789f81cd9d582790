// Asks the server for a file and hands it to the browser. What was looked for travels in the body: an address
// would keep it.
import { z } from "zod/mini";

const refusalSchema = z.object({ message: z.string() });

/** Tells how much has arrived. Rejects with a sentence to show. */
export async function downloadFile(
  asked: { address: string; body: unknown; fallbackName: string },
  onBytes: (bytes: number) => void,
  signal: AbortSignal,
): Promise<void> {
  const answer = await fetch(asked.address, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(asked.body),
    signal,
  }).catch(() => {
    throw new Error(notArrived);
  });
  if (!answer.ok || !answer.body) {
    const refusal = refusalSchema.safeParse(await answer.json().catch(() => undefined));
    throw new Error(refusal.success ? refusal.data.message : notArrived);
  }
  const parts: BlobPart[] = [];
  let bytes = 0;
  const reader = answer.body.getReader();
  for (;;) {
    const { done, value } = await reader.read().catch(() => {
      throw new Error(notArrived);
    });
    if (done) break;
    parts.push(value);
    bytes += value.length;
    onBytes(bytes);
  }
  const type = answer.headers.get("content-type") ?? "";
  const name = /filename="([^"]+)"/.exec(answer.headers.get("content-disposition") ?? "")?.[1];
  saveFile(new Blob(parts, { type }), name ?? asked.fallbackName);
}

const notArrived =
  "The file did not arrive whole, so none was saved. Check the connection, then export again.";

/** Hands the browser something to keep. */
export function saveFile(file: Blob, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  // The browser has begun with it by then.
  window.setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
