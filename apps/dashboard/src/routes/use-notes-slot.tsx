// Puts notes into a lead's panel: the features know nothing of each other.
import type { LeadTab } from "../features/leads/inbox-search";
import type { NotesSlot } from "../features/leads/panel/lead-panel";
import { useNoteCount } from "../features/notes/use-notes";
import { LeadNotes } from "./lead-notes";
import { NotedHome } from "./noted-home";

export function useNotesSlot(leadId: number | undefined): NotesSlot {
  return {
    count: useNoteCount(leadId === undefined ? undefined : { leadId }),
    render: (lead, startsWriting) => <LeadNotes lead={lead} startsWriting={startsWriting} />,
    around: (lead, children, onTab) => (
      <NotedHome
        key={lead.id}
        home={{ leadId: lead.id }}
        canWrite={lead.abilities.writeNote}
        onSeek={(fieldPath) => onTab(tabOf(fieldPath))}
      >
        {children}
      </NotedHome>
    ),
  };
}

/** Where a lead's panel shows the words of a field. */
function tabOf(fieldPath: string): LeadTab {
  const [field] = fieldPath.split(".");
  if (field === "message") return "overview";
  return field === "activity" ? "timeline" : "screening";
}
