// Sealed at rest: AES-256-GCM under one of the installation's keys. A seal is bound to table, row and author
// (and, for a note, to what it hangs on), so that text copied into another row does not open there.
import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import type { NoteHome } from "@studydesk/domain/notes/note-home";
import type { NoteKeyring } from "./note-keyring";

export interface SealPlace {
  /** The table, with the column where a row has several: "notes", "notes.anchor". */
  readonly table: SealedColumn;
  readonly rowId: number;
  readonly authorId: string;
  /** Of a note's body alone: it must not change over to another person by hand. */
  readonly home?: NoteHome;
}

export type SealedColumn =
  | "notes"
  | "notes.anchor"
  | "notes.tags"
  | "noteVersions"
  | "noteVersions.tags"
  | "noteDrafts"
  | "attachedNotes"
  | "shares.memo"
  | "noteRequests.label";

const ivBytes = 12;

/** `key id . iv . ciphertext . tag`, the last three as base64url. */
export function sealAtRest(keys: NoteKeyring, place: SealPlace, text: string): string {
  const { id, key } = keys.current();
  const iv = randomBytes(ivBytes);
  const cipher = createCipheriv("aes-256-gcm", key, iv).setAAD(boundTo(place));
  const ciphertext = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
  const parts = [iv, ciphertext, cipher.getAuthTag()];
  return [id, ...parts.map((part) => part.toString("base64url"))].join(".");
}

/** Throws when the text was changed, or sealed for another place or under another key. */
export function openAtRest(keys: NoteKeyring, place: SealPlace, sealed: string): string {
  const [id = "", ...parts] = sealed.split(".");
  const [iv, ciphertext, tag] = parts.map((part) => Buffer.from(part, "base64url"));
  // Several texts can stand for the same bytes; only the one that was written opens.
  const isAsWritten =
    parts.join() === [iv, ciphertext, tag].map((b) => b?.toString("base64url")).join();
  const key = keys.find(id)?.key;
  if (!key || !iv || !ciphertext || !tag || !isAsWritten) throw unreadable(place);
  try {
    const decipher = createDecipheriv("aes-256-gcm", key, iv, { authTagLength: 16 });
    decipher.setAAD(boundTo(place)).setAuthTag(tag);
    return decipher.update(ciphertext, undefined, "utf8") + decipher.final("utf8");
  } catch (cause) {
    throw unreadable(place, cause);
  }
}

function boundTo({ table, rowId, home, authorId }: SealPlace): Buffer {
  if (!home) return Buffer.from(JSON.stringify([table, rowId, authorId]));
  const on = "leadId" in home ? home.leadId : `study ${home.studyId}`;
  return Buffer.from(JSON.stringify([table, rowId, on, authorId]));
}

function unreadable({ table, rowId }: SealPlace, cause?: unknown): Error {
  return new Error(
    `Row ${rowId} of ${table} does not open: it is damaged, or was sealed elsewhere.`,
    {
      cause,
    },
  );
}
