// A note as its author sees it, and what every use case of notes needs: the reader for the queries'
// WHERE, and the place that the seal is bound to.
import type { NoteReader } from "@studydesk/db/notes/note-queries";
import type { Row } from "@studydesk/db/schema";
import { noteHomeOf } from "@studydesk/domain/notes/note-home";
import { siteIdsOf, type Viewer } from "@studydesk/domain/people/viewer";
import type { NoteKeyring } from "./note-keyring";
import { openAtRest } from "./seal-at-rest";

export interface NoteView {
  id: number;
  body: string;
  createdAt: string;
  updatedAt: string;
  version: number;
}

export function readerOf(viewer: Viewer): NoteReader {
  return { authorId: viewer.userId, siteIds: siteIdsOf(viewer) };
}

/** Throws when what is stored was damaged, or belongs to another row. */
export function toNoteView(keys: NoteKeyring, note: Row<"notes">): NoteView {
  const { id, authorId, createdAt, updatedAt, version } = note;
  const place = { table: "notes", rowId: id, home: noteHomeOf(note), authorId } as const;
  const body = openAtRest(keys, place, note.sealedBody);
  return { id, body, createdAt, updatedAt, version };
}
