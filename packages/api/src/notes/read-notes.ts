// The viewer's own notes on a lead or a study: pinned ones first, then the newest.
import { listNotes } from "@studydesk/db/notes/note-queries";
import type { NoteHome } from "@studydesk/domain/notes/note-home";
import type { Viewer } from "@studydesk/domain/people/viewer";
import type { Deps } from "../deps";
import { getHomeToRead } from "./note-home-access";
import { type NoteView, openNote, placeNotes, readerOf } from "./note-view";

export async function readNotes(
  { db, noteKeys }: Pick<Deps, "db" | "noteKeys">,
  viewer: Viewer,
  home: NoteHome,
): Promise<NoteView[]> {
  await getHomeToRead(db, viewer, home);
  const notes = await listNotes(db, readerOf(viewer), home);
  return placeNotes(
    db,
    viewer,
    notes.map((note) => openNote(noteKeys, note)),
  );
}
