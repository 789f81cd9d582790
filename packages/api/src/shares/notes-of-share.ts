// The notes that went along with one's own share, as they are now: a new link may take them again. They may hang
// on the share's lead and on studies at once.
import { listNotesById } from "@studydesk/db/notes/note-queries";
import { findShare } from "@studydesk/db/shares/share-queries";
import { notFound } from "@studydesk/domain/errors";
import type { Viewer } from "@studydesk/domain/people/viewer";
import type { Deps } from "../deps";
import { type OpenedNote, openNote, readerOf } from "../notes/note-view";
import { openMemo } from "./share-view";

/** Without those that were deleted, or that the viewer sees no more. */
export async function readNotesOfShare(
  { db, noteKeys }: Pick<Deps, "db" | "noteKeys">,
  viewer: Viewer,
  { shareId }: { shareId: number },
): Promise<OpenedNote[]> {
  const share = await findShare(db, viewer.userId, shareId);
  if (!share) throw notFound("share");
  const noteIds = openMemo(noteKeys, share)?.noteIds ?? [];
  const notes = await listNotesById(db, readerOf(viewer), noteIds);
  return notes.map((note) => openNote(noteKeys, note));
}
