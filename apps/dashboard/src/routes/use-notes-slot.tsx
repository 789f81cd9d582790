// Puts notes into a lead's panel: the features know nothing of each other.
import type { NotesSlot } from "../features/leads/panel/lead-panel";
import { useNoteCount } from "../features/notes/use-notes";
import { NotedWords } from "../features/notes/words/noted-words";
import { LeadNotes } from "./lead-notes";

export function useNotesSlot(leadId: number | undefined): NotesSlot {
  return {
    count: useNoteCount(leadId === undefined ? undefined : { leadId }),
    render: (lead, startsWriting) => <LeadNotes lead={lead} startsWriting={startsWriting} />,
    around: (lead, children) => (
      <NotedWords key={lead.id} home={{ leadId: lead.id }} canWrite={lead.abilities.writeNote}>
        {children}
      </NotedWords>
    ),
  };
}
