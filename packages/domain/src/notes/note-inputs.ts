// A private note: visible to its author alone, whatever the reader's role.
import { z } from "zod";
import { noteAnchor } from "./note-anchor";
import { noteHomeSchema } from "./note-home";
import { noteTags } from "./note-tags";

const longestBody = 10_000;
const id = z.int32().positive();
const tooLong = "A note holds up to 10,000 characters. Shorten it, or make two.";

export const noteBody = z
  .string()
  .trim()
  .min(1, "Write something first; an empty note is not kept.")
  .max(longestBody, tooLong);

export const listNotesInput = noteHomeSchema;
export const writeNoteInput = z.object({
  home: noteHomeSchema,
  body: noteBody,
  tags: noteTags.optional(),
  anchor: noteAnchor.nullish(),
});
/** Without tags, those that are there stay. */
export const editNoteInput = z.object({
  noteId: id,
  body: noteBody,
  tags: noteTags.optional(),
  expectedVersion: id,
});
export const noteHistoryInput = z.object({ noteId: id });
export const pinNoteInput = z.object({ noteId: id, isPinned: z.boolean() });
/** Null: from now on it is about the whole. */
export const reattachNoteInput = z.object({
  noteId: id,
  anchor: noteAnchor.nullable(),
  expectedVersion: id,
});
export const deleteNoteInput = z.object({ noteId: id, expectedVersion: id });

/** What was typed and not kept yet; of a note that is being edited, its id. */
export const noteDraft = z.object({
  noteId: id.optional(),
  body: z.string().max(longestBody, tooLong),
  tags: noteTags,
  anchor: noteAnchor.nullish(),
});
export const readDraftInput = z.object({ home: noteHomeSchema });
/** By whom it was typed: a page may outlive the session in which it was opened. */
export const saveDraftInput = z.object({
  home: noteHomeSchema,
  draft: noteDraft.nullable(),
  authorId: z.string().max(64).optional(),
});

export const listMineInput = z.object({
  search: z.string().max(200).optional(),
  tag: z.string().max(200).optional(),
  /** Changed: the words that the note is about are not as they were, or gone. */
  only: z.enum(["pinned", "changed"]).optional(),
  cursor: id.nullish(),
});

export type WriteNoteInput = z.infer<typeof writeNoteInput>;
export type EditNoteInput = z.infer<typeof editNoteInput>;
export type NoteHistoryInput = z.infer<typeof noteHistoryInput>;
export type PinNoteInput = z.infer<typeof pinNoteInput>;
export type ReattachNoteInput = z.infer<typeof reattachNoteInput>;
export type DeleteNoteInput = z.infer<typeof deleteNoteInput>;
export type NoteDraft = z.infer<typeof noteDraft>;
export type ReadDraftInput = z.infer<typeof readDraftInput>;
export type SaveDraftInput = z.infer<typeof saveDraftInput>;
export type ListMineInput = z.infer<typeof listMineInput>;
