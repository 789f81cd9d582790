// Files that are on the disk when it is said that they are, and nobody else's to read.
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { open, rename } from "node:fs/promises";
import { dirname } from "node:path";

export async function syncPath(path: string): Promise<void> {
  const opened = await open(path, "r");
  try {
    await opened.sync();
  } finally {
    await opened.close();
  }
}

/** The whole file is there under its name, also when the power goes right after. */
export async function moveDurably(from: string, to: string): Promise<void> {
  await syncPath(from);
  await rename(from, to);
  await syncPath(dirname(to));
}

export async function writeDurably(file: string, text: string): Promise<void> {
  const opened = await open(file, "w", 0o600);
  try {
    await opened.writeFile(text);
    await opened.sync();
  } finally {
    await opened.close();
  }
}

/** In pieces, however long the file is. */
export async function digestFile(file: string): Promise<{ bytes: number; sha256: string }> {
  const digest = createHash("sha256");
  let bytes = 0;
  for await (const piece of createReadStream(file, { highWaterMark: 1 << 20 })) {
    digest.update(piece);
    bytes += piece.length;
  }
  return { bytes, sha256: digest.digest("hex") };
}
