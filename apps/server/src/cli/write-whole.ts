// A file that a command makes stands under its own name only once it is whole.
import { createWriteStream } from "node:fs";
import { rename, rm, stat } from "node:fs/promises";
import { dirname } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { DomainError } from "@studydesk/domain/errors";

export async function writeWhole(pieces: AsyncIterable<unknown>, file: string): Promise<void> {
  await requireFolder(dirname(file));
  const unfinished = `${file}.unfinished`;
  try {
    await pipeline(Readable.from(pieces), createWriteStream(unfinished, { mode: 0o600 }));
    await rename(unfinished, file);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
}

async function requireFolder(folder: string): Promise<void> {
  const found = await stat(folder).catch(() => undefined);
  if (found?.isDirectory()) return;
  throw new DomainError("invalid", `There is no folder ${folder}. Make it, or name another one.`);
}
