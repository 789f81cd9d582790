// A lead's notes put together with their sharing: the two features know nothing of each other.
import { Button } from "@mantine/core";
import { useState } from "react";
import type { LeadView } from "../features/leads/lead-types";
import { NotesList } from "../features/notes/notes-list";
import { useNotes } from "../features/notes/use-notes";
import { leadFactsOf } from "../features/shares/lead-facts-of";
import { ShareNoteDialog } from "../features/shares/share-note-dialog";
import type { ShareableNote } from "../features/shares/share-types";
import { SharesList } from "../features/shares/shares-list";
import { useMe } from "../lib/me";

interface Props {
  lead: LeadView;
  startsWriting: boolean;
}

export function LeadNotes({ lead, startsWriting }: Props) {
  const me = useMe();
  const notes = useNotes(lead.id);
  const [shared, setShared] = useState<ShareableNote>();
  const sharing = { leadId: lead.id, leadFacts: leadFactsOf(lead), authorName: me.name };
  return (
    <>
      <NotesList
        leadId={lead.id}
        canWrite={lead.abilities.writeNote}
        startsWriting={startsWriting}
        renderActions={(note) => (
          <Button variant="subtle" size="compact-sm" onClick={() => setShared(note)}>
            Share
          </Button>
        )}
      />
      <SharesList {...sharing} notes={notes.data ?? []} />
      <ShareNoteDialog
        {...sharing}
        notes={shared && [shared]}
        onClose={() => setShared(undefined)}
      />
    </>
  );
}
