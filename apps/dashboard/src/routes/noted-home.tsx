// The words of a screen with the reader's notes on them, put together with their sharing: the two features know
// nothing of each other.
import { Button } from "@mantine/core";
import type { NoteHome } from "@studydesk/domain/notes/note-home";
import { type ReactNode, useCallback, useState } from "react";
import type { Note } from "../features/notes/note-types";
import { useNotes } from "../features/notes/use-notes";
import { NotedWords } from "../features/notes/words/noted-words";
import { ShareNotesDialog } from "../features/shares/share-notes-dialog";
import { toShareableNote } from "../features/shares/to-shareable-note";

interface Props {
  home: NoteHome;
  canWrite: boolean;
  /** Opens what the words of a field stand on, where they are not in sight. */
  onSeek?: (fieldPath: string) => void;
  children: ReactNode;
}

export function NotedHome({ home, children, ...words }: Props) {
  const { data: mine = [] } = useNotes(home);
  const [shared, setShared] = useState<number>();
  const renderActions = useCallback(
    (note: Note) => (
      <Button
        variant="subtle"
        size="compact-sm"
        data-share-note={note.id}
        onClick={() => setShared(note.id)}
      >
        Share
      </Button>
    ),
    [],
  );
  return (
    <>
      <NotedWords home={home} renderActions={renderActions} {...words}>
        {children}
      </NotedWords>
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
