// What a note hangs on as a whole: one lead, or one study. Its anchor says more, if it is about certain words.
import { z } from "zod";

const id = z.int32().positive();

export const noteHomeSchema = z.union([
  z.strictObject({ leadId: id }),
  z.strictObject({ studyId: id }),
]);
export type NoteHome = z.infer<typeof noteHomeSchema>;

/** From a row: exactly one of the two is there, the tables hold to it. */
export function noteHomeOf(row: { leadId: number | null; studyId: number | null }): NoteHome {
  if (row.leadId !== null) return { leadId: row.leadId };
  if (row.studyId !== null) return { studyId: row.studyId };
  throw new Error("A note hangs on a lead or on a study; this one on neither.");
}

/** For a row's columns. */
export function homeColumns(home: NoteHome): { leadId: number | null; studyId: number | null } {
  return "leadId" in home
    ? { leadId: home.leadId, studyId: null }
    : { leadId: null, studyId: home.studyId };
}
