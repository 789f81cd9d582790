// Writes, edits and deletes a private note. The audit knows that it happened, on which lead and by whom;
// what it says stands nowhere but in the sealed row, and no event tells the team of it.
import { addAudit } from "@studydesk/db/audit/audit-queries";
import { holdLead } from "@studydesk/db/leads/lead-queries";
import {
  addNote,
  deleteNote,
  findNote,
  type NoteRecord,
  updateNote,
} from "@studydesk/db/notes/note-queries";
import { type Db, inTransaction } from "@studydesk/db/open-database";
import { DomainError, notFound, staleVersion } from "@studydesk/domain/errors";
import { canWriteNote } from "@studydesk/domain/leads/lead-policy";
import { noteHomeOf } from "@studydesk/domain/notes/note-home";
import type {
  DeleteNoteInput,
  EditNoteInput,
  WriteNoteInput,
} from "@studydesk/domain/notes/note-inputs";
import type { Viewer } from "@studydesk/domain/people/viewer";
import type { Deps } from "../deps";
import { getLead, refuseErased, refuseMerged } from "../leads/save-lead";
import { type NoteView, readerOf, toNoteView } from "./note-view";
import { sealAtRest } from "./seal-at-rest";

type NoteDeps = Pick<Deps, "db" | "now" | "noteKeys">;

export async function writeNote(
  { db, now, noteKeys }: NoteDeps,
  viewer: Viewer,
  { leadId, body }: WriteNoteInput,
): Promise<NoteView> {
  const at = now().toISOString();
  const authorId = viewer.userId;
  return inTransaction(db, async (trx) => {
    // An erasure under way is waited for, or the note would outlive it.
    await holdLead(trx, leadId);
    const lead = await getLead(trx, viewer, leadId);
    refuseErased(lead);
    refuseMerged(lead);
    if (!canWriteNote(viewer, lead)) {
      throw new DomainError("forbidden", "Only people of this site keep notes on its leads.");
    }
    const note = await addNote(trx, { authorId, leadId, at }, (rowId) =>
      sealAtRest(noteKeys, { table: "notes", rowId, home: { leadId }, authorId }, body),
    );
    await recordNote(trx, "note.written", { ...note, siteId: lead.siteId }, at);
    return toNoteView(noteKeys, note);
  });
}

export async function editNote(
  { db, now, noteKeys }: NoteDeps,
  viewer: Viewer,
  { noteId, body, expectedVersion }: EditNoteInput,
): Promise<NoteView> {
  const at = now().toISOString();
  return inTransaction(db, async (trx) => {
    const note = await getNote(trx, viewer, noteId);
    const { authorId } = note;
    const place = { table: "notes", rowId: noteId, home: noteHomeOf(note), authorId } as const;
    const sealedBody = sealAtRest(noteKeys, place, body);
    const change = { id: noteId, authorId, version: expectedVersion, sealedBody, at };
    if (!(await updateNote(trx, change))) throw staleVersion("note", note.version);
    await recordNote(trx, "note.edited", note, at);
    return toNoteView(noteKeys, await getNote(trx, viewer, noteId));
  });
}

export async function removeNote(
  { db, now }: NoteDeps,
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
async function getNote(db: Db, viewer: Viewer, noteId: number): Promise<NoteRecord> {
  const note = await findNote(db, readerOf(viewer), noteId);
  if (!note) throw notFound("note");
  return note;
}

async function recordNote(
  trx: Db,
  action: "note.written" | "note.edited" | "note.deleted",
  { id, leadId, authorId, siteId }: Pick<NoteRecord, "id" | "leadId" | "authorId" | "siteId">,
  at: string,
): Promise<void> {
  await addAudit(trx, {
    at,
    actorId: authorId,
    action,
    subject: "note",
    subjectId: String(id),
    siteId,
    details: leadId === null ? {} : { leadId },
  });
}
