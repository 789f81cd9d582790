// The viewer's own notes, newest first, to be opened and searched in memory, since no index of their words exists.
// Bounded by number and by length, and in pieces, so that nobody's search holds up what others ask meanwhile.
import { setImmediate } from "node:timers/promises";
import { listNewestNotesOf, type NoteRecord } from "@studydesk/db/notes/note-queries";
import type { Db } from "@studydesk/db/open-database";
import type { Viewer } from "@studydesk/domain/people/viewer";
import { readerOf } from "./note-view";

/** Opening so many of the usual length takes some milliseconds. */
const mostOpened = 1000;
/** Characters as they lie sealed: a thousand usual notes are no longer. */
const longestOpened = 1_000_000;
const readAtOnce = 50;
/** Opened and folded in one go; letters that stand for a whole sentence make even this take a while. */
const longestPiece = 50_000;

/** Ends when all were given (the last piece says so), or as many as one search may open. */
export async function* lookThroughNotes(
  db: Db,
  viewer: Viewer,
  from: { beforeId?: number | undefined } = {},
): AsyncGenerator<{ notes: NoteRecord[]; isLast: boolean }> {
  let { beforeId } = from;
  let [opened, length] = [0, 0];
  while (opened < mostOpened && length < longestOpened) {
    const read = await listNewestNotesOf(db, readerOf(viewer), { limit: readAtOnce, beforeId });
    const isEnd = read.length < readAtOnce;
    for (const [index, notes] of inPieces(read).entries()) {
      // Whoever else asked has their turn.
      if (opened + index > 0) await setImmediate();
      yield { notes, isLast: isEnd && notes.at(-1) === read.at(-1) };
    }
    if (isEnd) return;
    beforeId = read.at(-1)?.id;
    opened += read.length;
    length += lengthOf(read);
  }
}

/** At least one, which may be empty. */
function inPieces(notes: readonly NoteRecord[]): NoteRecord[][] {
  let piece: NoteRecord[] = [];
  const pieces = [piece];
  for (const note of notes) {
    if (piece.length > 0 && lengthOf([...piece, note]) > longestPiece) {
      piece = [];
      pieces.push(piece);
    }
    piece.push(note);
  }
  return pieces;
}

function lengthOf(notes: readonly NoteRecord[]): number {
  return notes.reduce(
    (sum, { sealedBody, sealedAnchor, sealedTags }) =>
      sum + sealedBody.length + (sealedAnchor?.length ?? 0) + (sealedTags?.length ?? 0),
    0,
  );
}
