// What was named as a backup, before much of it is read or copied: anybody may have put it there. A file that claims to
// be longer than the disk, an endless header, or another program's file is refused in a sentence.
import { open, statfs } from "node:fs/promises";
import { basename } from "node:path";
import { DomainError } from "@studydesk/domain/errors";

const sqliteStart = "SQLite format 3\0";
const ageStart = "age-encryption.org/";
/** Room for some hundred public keys; a real one has a few hundred bytes. */
const longestAgeHeader = 65_536;

/** How it has to be opened, by how it begins. Throws a sentence where it is no backup at all. */
export async function kindOfBackup(file: string, bytes: number): Promise<"sqlite" | "age"> {
  const start = await readStart(file, longestAgeHeader);
  const text = start.toString("latin1");
  if (text.startsWith(ageStart)) {
    // Read to its end before anything else: without one it would be read for as long as the file is.
    if (/\n--- [A-Za-z0-9+/]{43}\n/.test(text)) return "age";
    throw damaged(file, "the beginning of an encrypted file is not whole");
  }
  if (!text.startsWith(sqliteStart) || start.length < 100) {
    throw refusal(
      `${basename(file)} is no backup of Studydesk: it begins neither as SQLite's files do nor as age's. Name another file; ${unchanged}.`,
    );
  }
  // 1 stands for 65,536, which two bytes cannot say.
  const pageBytes = start.readUInt16BE(16) === 1 ? 65_536 : start.readUInt16BE(16);
  if (bytes > pageBytes * start.readUInt32BE(28)) {
    throw damaged(file, "it is longer than it says of itself");
  }
  return "sqlite";
}

async function readStart(file: string, bytes: number): Promise<Buffer> {
  const opened = await open(file, "r");
  try {
    const { buffer, bytesRead } = await opened.read(Buffer.alloc(bytes), 0, bytes, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await opened.close();
  }
}

/** Before the copy: a disk that is full halfway would be full for everybody. */
export async function requireRoom(folder: string, bytes: number): Promise<void> {
  const { bavail, bsize } = await statfs(folder);
  if (bavail * bsize > bytes) return;
  const needed = Math.ceil(bytes / 1e6).toLocaleString("en");
  throw refusal(
    `There is no room for the backup beside the database: it takes ${needed} MB more. Make room, and run this again; ${unchanged}.`,
  );
}

export function damaged(file: string, how = "it is not what was written"): DomainError {
  return refusal(`${basename(file)} is damaged: ${how}. Take another backup; ${unchanged}.`);
}

export function refusal(sentence: string): DomainError {
  return new DomainError("rule_broken", sentence);
}

const unchanged = "nothing was changed";
