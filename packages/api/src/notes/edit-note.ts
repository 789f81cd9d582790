// What an author does to a note of their own: edit it, pin it, hang it on other words. What it said before is
// kept, for the author alone.
import { holdNote, setPinned, updateNote } from "@studydesk/db/notes/note-queries";
import { addNoteVersion, listNoteVersions } from "@studydesk/db/notes/note-version-queries";
import { type Db, inTransaction } from "@studydesk/db/open-database";
import { staleVersion } from "@studydesk/domain/errors";
import type {
  EditNoteInput,
  NoteHistoryInput,
  PinNoteInput,
  ReattachNoteInput,
} from "@studydesk/domain/notes/note-inputs";
import type { Viewer } from "@studydesk/domain/people/viewer";
import { checkAnchor } from "./check-anchor";
import type { NoteKeyring } from "./note-keyring";
import { type NoteView, type OpenedNote, openNote, openTags, toNoteView } from "./note-view";
import { openAtRest, sealAtRest } from "./seal-at-rest";
import { getNote, type NoteDeps, recordNote, sealTagsAndAnchor } from "./write-note";

export async function editNote(
  { db, now, noteKeys }: NoteDeps,
  viewer: Viewer,
  input: EditNoteInput,
): Promise<NoteView> {
  const at = now().toISOString();
  return inTransaction(db, async (trx) => {
    await holdNote(trx, { id: input.noteId, authorId: viewer.userId });
    const note = await getNote(trx, viewer, input.noteId);
    const before = openNote(noteKeys, note);
    if (before.version !== input.expectedVersion) throw staleVersion("note", before.version);
    const { body, tags = before.tags } = input;
    if (body === before.body && JSON.stringify(tags) === JSON.stringify(before.tags)) {
      return toNoteView(trx, viewer, noteKeys, note);
    }
    const { id, authorId } = note;
    const { home, anchor, version } = before;
    const { sealedTags } = sealTagsAndAnchor(noteKeys, { rowId: id, authorId }, { tags, anchor });
    const place = { table: "notes", rowId: id, home, authorId } as const;
    const sealedBody = sealAtRest(noteKeys, place, body);
    const changes = { sealedBody, sealedTags, updatedAt: at };
    if (!(await updateNote(trx, { id, authorId, version }, changes))) {
      throw staleVersion("note", version);
    }
    await keepWording(trx, noteKeys, authorId, before);
    await recordNote(trx, "note.edited", note, at);
    return toNoteView(trx, viewer, noteKeys, await getNote(trx, viewer, id));
  });
}

async function keepWording(
  trx: Db,
  keys: NoteKeyring,
  authorId: string,
  { id: noteId, version, updatedAt: at, body, tags }: OpenedNote,
): Promise<void> {
  await addNoteVersion(trx, { noteId, version, at }, (rowId) => ({
    sealedBody: sealAtRest(keys, { table: "noteVersions", rowId, authorId }, body),
    sealedTags:
      tags.length === 0
        ? null
        : sealAtRest(keys, { table: "noteVersions.tags", rowId, authorId }, JSON.stringify(tags)),
  }));
}

export interface NoteWording {
  version: number;
  body: string;
  tags: string[];
  /** When it was written so. */
  at: string;
}

/** Earlier wordings, the last one first. */
export async function readNoteHistory(
  { db, noteKeys }: Pick<NoteDeps, "db" | "noteKeys">,
  viewer: Viewer,
  { noteId }: NoteHistoryInput,
): Promise<NoteWording[]> {
  const { id, authorId } = await getNote(db, viewer, noteId);
  const rows = await listNoteVersions(db, { id, authorId });
  return rows.map(({ id: rowId, version, sealedBody, sealedTags, at }) => {
    const body = openAtRest(noteKeys, { table: "noteVersions", rowId, authorId }, sealedBody);
    const tags = openTags(sealedTags, (sealed) =>
      openAtRest(noteKeys, { table: "noteVersions.tags", rowId, authorId }, sealed),
    );
    return { version, body, tags, at };
  });
}

/** No new version: what it says is the same. */
export async function pinNote(
  { db, now, noteKeys }: NoteDeps,
  viewer: Viewer,
  { noteId, isPinned }: PinNoteInput,
): Promise<NoteView> {
  return inTransaction(db, async (trx) => {
    const note = await getNote(trx, viewer, noteId);
    if ((note.pinnedAt !== null) !== isPinned) {
      await setPinned(trx, note, isPinned ? now().toISOString() : null);
    }
    return toNoteView(trx, viewer, noteKeys, await getNote(trx, viewer, noteId));
  });
}

/** On the words as they stand now, on others, or on none. */
export async function reattachNote(
  { db, now, noteKeys }: NoteDeps,
  viewer: Viewer,
  { noteId, anchor, expectedVersion }: ReattachNoteInput,
): Promise<NoteView> {
  const at = now().toISOString();
  return inTransaction(db, async (trx) => {
    const note = await getNote(trx, viewer, noteId);
    const { home, tags, updatedAt } = openNote(noteKeys, note);
    if (anchor) await checkAnchor(trx, viewer, home, anchor);
    const { id, authorId } = note;
    const row = { rowId: id, authorId };
    const { sealedAnchor } = sealTagsAndAnchor(noteKeys, row, { tags, anchor });
    // Its words stay those of that day.
    const changes = { sealedAnchor, updatedAt };
    if (!(await updateNote(trx, { id, authorId, version: expectedVersion }, changes))) {
      throw staleVersion("note", note.version);
    }
    await recordNote(trx, "note.reattached", note, at);
    return toNoteView(trx, viewer, noteKeys, await getNote(trx, viewer, id));
  });
}
