// Deleting a note with a way back: where it stands twice on a screen, among the notes and at its words, it is
// out of sight in both.
import type { NoteHome } from "@studydesk/domain/notes/note-home";
import { createContext, use } from "react";
import { useLateDelete } from "../../lib/use-late-delete";
import type { Note } from "./note-types";
import { useDeleteNote } from "./use-notes";

interface NoteRemoval {
  hidden: ReadonlySet<number>;
  deleteLater: (note: Note) => void;
}

export const SharedRemoval = createContext<NoteRemoval | undefined>(undefined);

export function useNoteRemoval(home: NoteHome): NoteRemoval {
  const shared = use(SharedRemoval);
  const { mutate } = useDeleteNote(home);
  const { hidden, show, deleteLater } = useLateDelete<Note>(
    (note) =>
      mutate({ noteId: note.id, expectedVersion: note.version }, { onError: () => show(note.id) }),
    "Note deleted.",
  );
  return shared ?? { hidden, deleteLater };
}
