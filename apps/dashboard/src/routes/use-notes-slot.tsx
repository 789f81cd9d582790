// Puts notes into a lead's panel: the features know nothing of each other.
import type { NotesSlot } from "../features/leads/panel/lead-panel";
import { useNoteCount } from "../features/notes/use-notes";
import { LeadNotes } from "./lead-notes";

export function useNotesSlot(leadId: number | undefined): NotesSlot {
  return {
    count: useNoteCount(leadId),
    render: (lead, startsWriting) => <LeadNotes lead={lead} startsWriting={startsWriting} />,
  };
}
