// A private note: visible to its author alone, whatever the reader's role.
import { z } from "zod";

export const noteBody = z
  .string()
  .trim()
  .min(1, "Write something first; an empty note is not kept.")
  .max(10_000, "A note holds up to 10,000 characters. Shorten it, or make two.");

export const listNotesInput = z.object({ leadId: z.int32().positive() });
export const writeNoteInput = z.object({ leadId: z.int32().positive(), body: noteBody });
export const editNoteInput = z.object({
  noteId: z.int32().positive(),
  body: noteBody,
  expectedVersion: z.int32().positive(),
});
export const deleteNoteInput = z.object({
  noteId: z.int32().positive(),
  expectedVersion: z.int32().positive(),
});
export type WriteNoteInput = z.infer<typeof writeNoteInput>;
export type EditNoteInput = z.infer<typeof editNoteInput>;
export type DeleteNoteInput = z.infer<typeof deleteNoteInput>;
