// Shows whether a key is the one that a database knows by its id, without giving anything of the key.
import { hash, hkdfSync } from "node:crypto";
import type { NoteKey } from "./note-keyring";

export function noteKeyDigest({ id, key }: NoteKey): string {
  const derived = hkdfSync("sha256", key, id, "studydesk note key check", 32);
  return hash("sha256", Buffer.from(derived));
}
