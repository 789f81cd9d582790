// Seals all notes anew under a fresh key, while a server may be writing, and then does without the old one.
// Cut short at any point, the next run goes on where this one stopped. The order guards what is written: a
// key stands safely in the file before anything is sealed under it, and leaves it after nothing needs it.
import { randomBytes } from "node:crypto";
import { noteKeyDigest } from "@studydesk/api/notes/check-note-key";
import type { NoteKey } from "@studydesk/api/notes/note-keyring";
import { requireNoteKeys } from "@studydesk/api/notes/require-note-keys";
import { resealAnew, type UnopenedRow } from "@studydesk/api/notes/reseal-anew";
import {
  addNoteKey,
  holdNoteKeys,
  listNoteKeys,
  retireNoteKeysBut,
} from "@studydesk/db/notes/note-key-queries";
import { type Db, inTransaction } from "@studydesk/db/open-database";
import { openNoteKeyring, readNoteKeyFile, writeNoteKeyFile } from "./note-key-file";

export interface RotationParts {
  db: Db;
  now: () => Date;
  file: string;
  fromSecret: Buffer;
  onProgress: (done: number, total: number) => void;
}

export interface Rotation {
  keyId: string;
  /** An earlier run had begun it. */
  wentOn: boolean;
  rows: number;
  /** Not empty: the keys that are not current stay, since these rows name one of them. */
  unopened: UnopenedRow[];
}

export async function rotateNoteKeys(parts: RotationParts): Promise<Rotation> {
  const { db, now, file, fromSecret } = parts;
  const keys = openNoteKeyring(file, fromSecret);
  // Under a wrong key nothing would open, and the right one might be written over.
  await requireNoteKeys(db, keys, now().toISOString());
  const { keyId, wentOn } = await begin(parts);
  const { rows, unopened } = await resealAnew(db, keys, parts.onProgress);
  if (unopened.length === 0) await retireOthers(parts, keyId);
  return { keyId, wentOn, rows, unopened };
}

async function begin({ db, now, file, fromSecret }: RotationParts) {
  return inTransaction(db, async (trx) => {
    await holdNoteKeys(trx);
    const inFile = readNoteKeyFile(file, fromSecret);
    const underWay = inFile.length > 1 ? inFile.at(-1) : undefined;
    const used = [...inFile, ...(await listNoteKeys(trx))].map(({ id }) => Number(id));
    const key: NoteKey = underWay ?? {
      id: String(Math.max(...used) + 1),
      key: randomBytes(32),
    };
    if (!underWay) writeNoteKeyFile(file, [...inFile, key], fromSecret);
    const row = { checkSha256: noteKeyDigest(key), firstUsedAt: now().toISOString() };
    await addNoteKey(trx, { id: key.id, ...row, retiredAt: null });
    return { keyId: key.id, wentOn: underWay !== undefined };
  });
}

/** First the database knows that it needs the others no more: a stop in between leaves a key too many. */
async function retireOthers({ db, now, file, fromSecret }: RotationParts, keyId: string) {
  await inTransaction(db, async (trx) => {
    await holdNoteKeys(trx);
    await retireNoteKeysBut(trx, keyId, now().toISOString());
  });
  await inTransaction(db, async (trx) => {
    await holdNoteKeys(trx);
    const known = await listNoteKeys(trx);
    const retired = new Set(known.filter((key) => key.retiredAt !== null).map(({ id }) => id));
    const inFile = readNoteKeyFile(file, fromSecret);
    const kept = inFile.filter(({ id }) => !retired.has(id));
    if (kept.length < inFile.length) writeNoteKeyFile(file, kept, fromSecret);
  });
}
