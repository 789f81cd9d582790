// A lead's notes put together with their sharing: the two features know nothing of each other.
import { Button } from "@mantine/core";
import { useState } from "react";
import { KeyHint } from "../components/key-hint";
import type { LeadView } from "../features/leads/lead-types";
import { NotesList } from "../features/notes/notes-list";
import { useNotes } from "../features/notes/use-notes";
import { ShareKey, shareKey } from "../features/shares/share-key";
import { ShareNotesDialog } from "../features/shares/share-notes-dialog";
import { SharesList } from "../features/shares/shares-list";
import { toShareableNote } from "../features/shares/to-shareable-note";

interface Props {
  lead: LeadView;
  startsWriting: boolean;
}

export function LeadNotes({ lead, startsWriting }: Props) {
  const home = { leadId: lead.id };
  const notes = useNotes(home);
  const [shared, setShared] = useState<number>();
  const mine = notes.data ?? [];
  return (
    <>
      <NotesList
        home={home}
        canWrite={lead.abilities.writeNote}
        startsWriting={startsWriting}
        renderActions={(note) => (
          <Button
            variant="subtle"
            size="compact-sm"
            data-share-note={note.id}
            onClick={() => setShared(note.id)}
            rightSection={note.id === mine[0]?.id ? <KeyHint keys={shareKey} /> : undefined}
          >
            Share
          </Button>
        )}
      />
      <ShareKey noteIds={mine.map(({ id }) => id)} onShare={setShared} />
      <SharesList home={home} />
      <ShareNotesDialog
        sharing={
          shared === undefined
            ? undefined
            : { home, notes: mine.map(toShareableNote), chosenIds: [shared] }
        }
        onClose={() => setShared(undefined)}
      />
    </>
  );
}
