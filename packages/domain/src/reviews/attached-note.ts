// The copy of a private note that its author laid beside a candidate's review: what it says, and what the
// browser sends to lay it there or to take it back.
import { z } from "zod";

const id = z.int32().positive();

export const attachNoteInput = z.object({ noteId: id });
export type AttachNoteInput = z.infer<typeof attachNoteInput>;
export const detachNoteInput = z.object({ attachedId: id });
export type DetachNoteInput = z.infer<typeof detachNoteInput>;

/** Sealed as it stands here. What is signed is its digest, which the salt keeps from being guessed. */
export const attachedContent = z.object({
  salt: z.string(),
  body: z.string(),
  /** The words that the note was about, as it was kept with them. */
  quote: z.string().nullable(),
  writtenAt: z.string(),
  attachedAt: z.string(),
  byName: z.string(),
});
export type AttachedContent = z.infer<typeof attachedContent>;

/** Beside one review: whoever decides reads them all. */
export const mostAttached = 10;
