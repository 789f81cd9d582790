// The viewer's own notes, newest first, to be opened and searched in memory, since no index of their words exists.
// Bounded by number and by length, and in pieces, so that nobody's search holds up what others ask meanwhile.
import { setImmediate } from "node:timers/promises";
import { listNewestNotesOf, type NoteRecord } from "@studydesk/db/notes/note-queries";
import type { Db } from "@studydesk/db/open-database";
import type { Viewer } from "@studydesk/domain/people/viewer";
import { readerOf } from "./note-view";

/** Opening so many of the usual length takes some milliseconds. */
const mostOpened = 1000;
/** Characters as they lie sealed: a thousand usual notes are a quarter of it. */
const longestOpened = 2_000_000;
const atOnce = 50;

/** Ends when all were given (the last piece says so), or as many as one search may open. */
export async function* lookThroughNotes(
  db: Db,
  viewer: Viewer,
  from: { beforeId?: number | undefined } = {},
): AsyncGenerator<{ notes: NoteRecord[]; isLast: boolean }> {
  let { beforeId } = from;
  let [opened, length] = [0, 0];
  while (opened < mostOpened && length < longestOpened) {
    const notes = await listNewestNotesOf(db, readerOf(viewer), { limit: atOnce, beforeId });
    const isLast = notes.length < atOnce;
    yield { notes, isLast };
    if (isLast) return;
    beforeId = notes.at(-1)?.id;
    opened += notes.length;
    for (const note of notes) length += lengthOf(note);
    // Whoever else asked has their turn.
    await setImmediate();
  }
}

function lengthOf({ sealedBody, sealedAnchor, sealedTags }: NoteRecord): number {
  return sealedBody.length + (sealedAnchor?.length ?? 0) + (sealedTags?.length ?? 0);
}
