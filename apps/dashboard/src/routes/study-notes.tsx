// A study's notes put together with their sharing: the two features know nothing of each other.
import { Button } from "@mantine/core";
import type { NoteHome } from "@studydesk/domain/notes/note-home";
import { useState } from "react";
import { KeyHint } from "../components/key-hint";
import { NotesList } from "../features/notes/notes-list";
import { useNotes } from "../features/notes/use-notes";
import { ReceivedNotes } from "../features/shares/received-notes";
import { HomeRequests } from "../features/shares/requests/home-requests";
import { ShareKey, shareKey } from "../features/shares/share-key";
import { ShareNotesDialog } from "../features/shares/share-notes-dialog";
import { SharesList } from "../features/shares/shares-list";
import { toShareableNote } from "../features/shares/to-shareable-note";

export function StudyNotes({ home }: { home: NoteHome }) {
  const { data: mine = [] } = useNotes(home);
  const [shared, setShared] = useState<number>();
  return (
    <>
      <ReceivedNotes home={home} />
      <NotesList
        title="Your notes"
        home={home}
        canWrite
        startsWriting={false}
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
      <HomeRequests home={home} canAsk />
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
