// A private note as the server sends it to its author, and what it hangs on.
import type { NoteHome } from "@studydesk/domain/notes/note-home";
import type { RouterOutputs } from "../../lib/trpc";

export type Note = RouterOutputs["notes"]["list"][number];

/** For the names of drafts: "lead.12". */
export function homeName(home: NoteHome): string {
  return "leadId" in home ? `lead.${home.leadId}` : `study.${home.studyId}`;
}
