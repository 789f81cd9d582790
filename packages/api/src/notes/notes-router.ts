// Private notes on leads and studies: each person's own, and nobody else's.
import {
  deleteNoteInput,
  editNoteInput,
  listMineInput,
  listNotesInput,
  noteHistoryInput,
  pinNoteInput,
  readDraftInput,
  reattachNoteInput,
  saveDraftInput,
  writeNoteInput,
} from "@studydesk/domain/notes/note-inputs";
import { keepReceivedInput } from "@studydesk/domain/shares/reply-inputs";
import { router, staffProcedure } from "../trpc";
import { editNote, pinNote, readNoteHistory, reattachNote } from "./edit-note";
import { keepReceived } from "./keep-received";
import { readDraft, saveDraft } from "./note-drafts";
import { readMine } from "./read-mine";
import { readNotes } from "./read-notes";
import { removeNote, writeNote } from "./write-note";

export const notesRouter = router({
  list: staffProcedure
    .input(listNotesInput)
    .query(({ ctx, input }) => readNotes(ctx.deps, ctx.viewer, input)),
  mine: staffProcedure
    .input(listMineInput)
    .query(({ ctx, input }) => readMine(ctx.deps, ctx.viewer, input)),
  write: staffProcedure
    .input(writeNoteInput)
    .mutation(({ ctx, input }) => writeNote(ctx.deps, ctx.viewer, input)),
  edit: staffProcedure
    .input(editNoteInput)
    .mutation(({ ctx, input }) => editNote(ctx.deps, ctx.viewer, input)),
  history: staffProcedure
    .input(noteHistoryInput)
    .query(({ ctx, input }) => readNoteHistory(ctx.deps, ctx.viewer, input)),
  pin: staffProcedure
    .input(pinNoteInput)
    .mutation(({ ctx, input }) => pinNote(ctx.deps, ctx.viewer, input)),
  reattach: staffProcedure
    .input(reattachNoteInput)
    .mutation(({ ctx, input }) => reattachNote(ctx.deps, ctx.viewer, input)),
  keepReceived: staffProcedure
    .input(keepReceivedInput)
    .mutation(({ ctx, input }) => keepReceived(ctx.deps, ctx.viewer, input)),
  readDraft: staffProcedure
    .input(readDraftInput)
    .query(({ ctx, input }) => readDraft(ctx.deps, ctx.viewer, input)),
  saveDraft: staffProcedure
    .input(saveDraftInput)
    .mutation(({ ctx, input }) => saveDraft(ctx.deps, ctx.viewer, input)),
  delete: staffProcedure
    .input(deleteNoteInput)
    .mutation(({ ctx, input }) => removeNote(ctx.deps, ctx.viewer, input)),
});
