// Private notes on a lead: each person's own, and nobody else's.
import {
  deleteNoteInput,
  editNoteInput,
  listNotesInput,
  writeNoteInput,
} from "@studydesk/domain/notes/note-inputs";
import { router, staffProcedure } from "../trpc";
import { readNotes } from "./read-notes";
import { editNote, removeNote, writeNote } from "./write-note";

export const notesRouter = router({
  list: staffProcedure
    .input(listNotesInput)
    .query(({ ctx, input }) => readNotes(ctx.deps, ctx.viewer, input.leadId)),
  write: staffProcedure
    .input(writeNoteInput)
    .mutation(({ ctx, input }) => writeNote(ctx.deps, ctx.viewer, input)),
  edit: staffProcedure
    .input(editNoteInput)
    .mutation(({ ctx, input }) => editNote(ctx.deps, ctx.viewer, input)),
  delete: staffProcedure
    .input(deleteNoteInput)
    .mutation(({ ctx, input }) => removeNote(ctx.deps, ctx.viewer, input)),
});
