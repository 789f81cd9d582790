// The viewer's own notes on a lead, newest first.
import { listNotes } from "@studydesk/db/notes/note-queries";
import type { Viewer } from "@studydesk/domain/people/viewer";
import type { Deps } from "../deps";
import { getLead } from "../leads/save-lead";
import { type NoteView, readerOf, toNoteView } from "./note-view";

export async function readNotes(
  { db, noteKeys }: Pick<Deps, "db" | "noteKeys">,
  viewer: Viewer,
  leadId: number,
): Promise<NoteView[]> {
  const lead = await getLead(db, viewer, leadId);
  const notes = await listNotes(db, readerOf(viewer), lead.id);
  return notes.map((note) => toNoteView(noteKeys, note));
}
