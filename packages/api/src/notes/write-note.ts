// Writes a private note and deletes it. The audit knows that it happened, on what and by whom; what it says
// stands nowhere but in the sealed row, and no event tells the team of it.
import { addAudit } from "@studydesk/db/audit/audit-queries";
import {
  addNote,
  countNotesOn,
  deleteNote,
  findNote,
  type NoteRecord,
  type NoteSeals,
} from "@studydesk/db/notes/note-queries";
import { type Db, inTransaction } from "@studydesk/db/open-database";
import { DomainError, notFound, staleVersion } from "@studydesk/domain/errors";
import type { NoteAnchor } from "@studydesk/domain/notes/note-anchor";
import type { DeleteNoteInput, WriteNoteInput } from "@studydesk/domain/notes/note-inputs";
import type { NoteOrigin } from "@studydesk/domain/notes/note-origin";
import type { Viewer } from "@studydesk/domain/people/viewer";
import type { Deps } from "../deps";
import { checkAnchor } from "./check-anchor";
import { getHomeToWriteOn } from "./note-home-access";
import type { NoteKeyring } from "./note-keyring";
import { type NoteView, readerOf, toNoteView } from "./note-view";
import { sealAtRest } from "./seal-at-rest";

/** Of one author on one lead or study. A screen shows them all. */
const mostNotes = 500;

export type NoteDeps = Pick<Deps, "db" | "now" | "noteKeys">;

export async function writeNote(
  deps: NoteDeps,
  viewer: Viewer,
  input: WriteNoteInput,
): Promise<NoteView> {
  return inTransaction(deps.db, (trx) => storeNote({ ...deps, db: trx }, viewer, input, "written"));
}

/** `db` is a transaction: what the note is made of may be deleted in the same one. */
export async function storeNote(
  { db: trx, now, noteKeys }: NoteDeps,
  viewer: Viewer,
  { home, body, tags = [], anchor = null }: WriteNoteInput,
  origin: NoteOrigin,
): Promise<NoteView> {
  const at = now().toISOString();
  const authorId = viewer.userId;
  const siteId = await getHomeToWriteOn(trx, viewer, home);
  if (anchor) await checkAnchor(trx, viewer, home, anchor);
  if ((await countNotesOn(trx, authorId, home)) >= mostNotes) throw tooMany();
  const note = await addNote(trx, { authorId, home, origin, at }, (rowId) => ({
    sealedBody: sealAtRest(noteKeys, { table: "notes", rowId, home, authorId }, body),
    ...sealTagsAndAnchor(noteKeys, { rowId, authorId }, { tags, anchor }),
  }));
  await recordNote(trx, "note.written", { ...note, siteId }, at);
  return toNoteView(trx, viewer, noteKeys, note);
}

export function sealTagsAndAnchor(
  keys: NoteKeyring,
  row: { rowId: number; authorId: string },
  { tags, anchor }: { tags: readonly string[]; anchor: NoteAnchor | null },
): Pick<NoteSeals, "sealedTags" | "sealedAnchor"> {
  return {
    sealedTags:
      tags.length === 0
        ? null
        : sealAtRest(keys, { ...row, table: "notes.tags" }, JSON.stringify(tags)),
    sealedAnchor:
      anchor && sealAtRest(keys, { ...row, table: "notes.anchor" }, JSON.stringify(anchor)),
  };
}

export async function removeNote(
  { db, now }: Pick<NoteDeps, "db" | "now">,
  viewer: Viewer,
  { noteId, expectedVersion }: DeleteNoteInput,
): Promise<void> {
  await inTransaction(db, async (trx) => {
    const note = await getNote(trx, viewer, noteId);
    const { authorId } = note;
    if (!(await deleteNote(trx, { id: noteId, authorId, version: expectedVersion }))) {
      throw staleVersion("note", note.version);
    }
    await recordNote(trx, "note.deleted", note, now().toISOString());
  });
}

/** Throws not_found also for somebody else's note: that it exists is nobody's business. */
export async function getNote(db: Db, viewer: Viewer, noteId: number): Promise<NoteRecord> {
  const note = await findNote(db, readerOf(viewer), noteId);
  if (!note) throw notFound("note");
  return note;
}

export async function recordNote(
  trx: Db,
  action: "note.written" | "note.edited" | "note.reattached" | "note.deleted",
  note: Pick<NoteRecord, "id" | "leadId" | "studyId" | "authorId" | "siteId">,
  at: string,
): Promise<void> {
  const { id, leadId, studyId, authorId, siteId } = note;
  await addAudit(trx, {
    at,
    actorId: authorId,
    action,
    subject: "note",
    subjectId: String(id),
    siteId,
    details: leadId === null ? { studyId } : { leadId },
  });
}

function tooMany(): DomainError {
  return new DomainError(
    "rule_broken",
    `You keep ${mostNotes} notes here already, more than a page shows well. Delete some, or write on in one that is there.`,
    { reason: "too_many" },
  );
}
