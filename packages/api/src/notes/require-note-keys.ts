// Before serving: the keys at hand must be those that this database was sealed under, also when no note is
// in it yet. Under others nobody could read what is there, and what is written from then on would not open
// under the first. Nothing is written before that is known.
import { addNoteKey, holdNoteKeys, listNoteKeys } from "@studydesk/db/notes/note-key-queries";
import { listNewestNotes } from "@studydesk/db/notes/note-queries";
import { type Db, inTransaction } from "@studydesk/db/open-database";
import { noteHomeOf } from "@studydesk/domain/notes/note-home";
import { noteKeyDigest } from "./check-note-key";
import { firstNoteKeyId, type NoteKeyring } from "./note-keyring";
import { openAtRest } from "./seal-at-rest";

/** Of a database from before keys were known: several are tried, so that one damaged note stops nobody. */
const tried = 3;

export async function requireNoteKeys(db: Db, keys: NoteKeyring, at: string): Promise<void> {
  await inTransaction(db, async (trx) => {
    await holdNoteKeys(trx);
    const known = await listNoteKeys(trx);
    for (const { id, checkSha256, retiredAt } of known) {
      const key = keys.find(id);
      if (!key && retiredAt === null) throw refusal(id, "is missing");
      if (key && noteKeyDigest(key) !== checkSha256) throw refusal(id, "is another one");
    }
    if (known.length === 0 && !(await opensNewest(trx, keys))) {
      throw refusal(keys.current().id, "is another one");
    }
    const current = keys.current();
    const checkSha256 = noteKeyDigest(current);
    await addNoteKey(trx, { id: current.id, checkSha256, firstUsedAt: at, retiredAt: null });
  });
}

async function opensNewest(trx: Db, keys: NoteKeyring): Promise<boolean> {
  const newest = await listNewestNotes(trx, tried);
  return (
    newest.length === 0 ||
    newest.some((note) => {
      const { id, authorId } = note;
      try {
        const place = { table: "notes", rowId: id, home: noteHomeOf(note), authorId } as const;
        openAtRest(keys, place, note.sealedBody);
        return true;
      } catch {
        return false;
      }
    })
  );
}

function refusal(id: string, what: "is missing" | "is another one"): Error {
  const where =
    id === firstNoteKeyId
      ? "It comes from STUDYDESK_SECRET_FILE, and the key file beside it must not leave it out"
      : "It stands in the key file (STUDYDESK_KEY_FILE; left out: the secret file's name with .keys)";
  return new Error(
    `Private notes were sealed under key ${id}, which ${what} here. ${where}. Put the former file back, then start again; nothing was changed. Without it these notes cannot be read.`,
  );
}
