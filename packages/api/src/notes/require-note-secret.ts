// Before serving: the secret at hand must be the one that private notes were sealed with. Under another
// one nobody could read what is there, and what is written from then on would not open under the first.
import { listNewestNotes } from "@studydesk/db/notes/note-queries";
import type { Db } from "@studydesk/db/open-database";
import type { NoteKeyring } from "./note-keyring";
import { toNoteView } from "./note-view";

/** Several are tried, so that a single damaged note keeps nobody from starting. */
const tried = 3;

export async function requireNoteSecret(db: Db, keys: NoteKeyring): Promise<void> {
  const newest = await listNewestNotes(db, tried);
  const opens = newest.some((note) => {
    try {
      toNoteView(keys, note);
      return true;
    } catch {
      return false;
    }
  });
  if (newest.length === 0 || opens) return;
  throw new Error(
    "STUDYDESK_SECRET_FILE is not the secret that private notes were sealed with. Put the former file back, then start again. If it is lost, so are the notes: empty the table `notes` first.",
  );
}
