// What the owner of a share wants to remember of it: a label, and what was chosen, so that a new link is made
// with the same choices. Sealed at rest, for the owner alone; it holds ids and closed words, no note's text.
import { z } from "zod";

export const shareMemoSchema = z.strictObject({
  /** For oneself; the recipient never sees it. */
  label: z.string().trim().max(200, "A label holds up to 200 characters. Shorten it."),
  noteIds: z
    .array(z.int32().positive())
    .max(50, "A share holds up to 50 notes. Share fewer at a time."),
  /** The names of the lead's facts that went along. */
  factLabels: z.array(z.string().max(100)).max(20),
  /** Whether the recipient was told who wrote it. */
  isNamed: z.boolean(),
  /** Notes whose quote went along. */
  quoteNoteIds: z.array(z.int32().positive()).max(50),
});
export type ShareMemo = z.infer<typeof shareMemoSchema>;
