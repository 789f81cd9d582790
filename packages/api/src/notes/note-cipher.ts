// Notes at rest: AES-256-GCM under the installation's key. The seal is bound to the row, its lead and
// its author, so that text copied into another row, or onto another person, does not open there.
import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";

export interface NotePlace {
  readonly noteId: number;
  readonly leadId: number;
  readonly authorId: string;
}

/** Which key, for the day that there is a second. */
const keyId = "1";
const ivBytes = 12;

/** `key id . iv . ciphertext . tag`, the last three as base64url. */
export function sealNote(key: Buffer, place: NotePlace, body: string): string {
  const iv = randomBytes(ivBytes);
  const cipher = createCipheriv("aes-256-gcm", key, iv).setAAD(boundTo(place));
  const ciphertext = Buffer.concat([cipher.update(body, "utf8"), cipher.final()]);
  const parts = [iv, ciphertext, cipher.getAuthTag()];
  return [keyId, ...parts.map((part) => part.toString("base64url"))].join(".");
}

/** Throws when the text was changed, or sealed for another place or under another key. */
export function openNote(key: Buffer, place: NotePlace, sealed: string): string {
  const [id, ...parts] = sealed.split(".");
  const [iv, ciphertext, tag] = parts.map((part) => Buffer.from(part, "base64url"));
  // Several texts can stand for the same bytes; only the one that was written opens.
  const isAsWritten =
    parts.join() === [iv, ciphertext, tag].map((b) => b?.toString("base64url")).join();
  if (id !== keyId || !iv || !ciphertext || !tag || !isAsWritten) throw unreadable(place);
  try {
    const decipher = createDecipheriv("aes-256-gcm", key, iv, { authTagLength: 16 });
    decipher.setAAD(boundTo(place)).setAuthTag(tag);
    return decipher.update(ciphertext, undefined, "utf8") + decipher.final("utf8");
  } catch (cause) {
    throw unreadable(place, cause);
  }
}

function boundTo({ noteId, leadId, authorId }: NotePlace): Buffer {
  return Buffer.from(JSON.stringify(["notes", noteId, leadId, authorId]));
}

function unreadable({ noteId }: NotePlace, cause?: unknown): Error {
  return new Error(`Note ${noteId} does not open: it is damaged, or was sealed elsewhere.`, {
    cause,
  });
}
