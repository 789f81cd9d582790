// Puts notes into a lead's panel: the two features know nothing of each other.
import type { NotesSlot } from "../features/leads/lead-panel";
import { NotesList } from "../features/notes/notes-list";
import { useNoteCount } from "../features/notes/use-notes";

export function useNotesSlot(leadId: number | undefined): NotesSlot {
  return {
    count: useNoteCount(leadId),
    render: (lead, startsWriting) => (
      <NotesList
        leadId={lead.id}
        canWrite={lead.abilities.writeNote}
        startsWriting={startsWriting}
      />
    ),
  };
}
