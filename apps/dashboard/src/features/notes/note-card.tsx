// One note: read with the words it is about, edited in its place, pinned, deleted with a way back.

import { Button } from "@mantine/core";
import type { NoteHome } from "@studydesk/domain/notes/note-home";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { NoteText } from "../../components/note-text";
import { When } from "../../components/when";
import { EditNote } from "./edit-note";
import { NoteHistory } from "./note-history";
import type { Note } from "./note-types";
import classes from "./notes.module.css";
import { usePinNote } from "./use-notes";
import { NoteQuote } from "./words/note-quote";

interface Props {
  home: NoteHome;
  note: Note;
  /** Above its words, where it stands among notes on other things. */
  head?: ReactNode;
  /** In place of the words that it is about, where it stands at them. */
  about?: ReactNode;
  actions: ReactNode;
  onDelete: () => void;
}

export function NoteCard({ home, note, head, about, actions, onDelete }: Props) {
  const [isEditing, setEditing] = useState(false);
  const [isHistoryOpen, setHistoryOpen] = useState(false);
  const pin = usePinNote(home);
  const editButton = useRef<HTMLButtonElement>(null);
  const wasEditing = useRef(false);
  useEffect(() => {
    // The field that had the focus is gone.
    if (wasEditing.current && !isEditing) editButton.current?.focus({ preventScroll: true });
    wasEditing.current = isEditing;
  }, [isEditing]);
  if (isEditing) {
    return (
      <li className={classes.note}>
        {head}
        <EditNote home={home} note={note} onDone={() => setEditing(false)} />
      </li>
    );
  }
  const isPinned = note.pinnedAt !== null;
  const isEdited = note.updatedAt !== note.createdAt;
  return (
    <li className={classes.note}>
      {head}
      {about ?? <NoteQuote home={home} note={note} tellsHarmless={head !== undefined} />}
      <NoteText text={note.body} className={classes.body} />
      {note.tags.length > 0 ? (
        <ul className={classes.tags} aria-label="Tags">
          {note.tags.map((tag) => (
            <li key={tag}>#{tag}</li>
          ))}
        </ul>
      ) : null}
      <div className={classes.foot}>
        <span className={classes.when}>
          {isPinned ? "Pinned · " : ""}
          <When at={note.createdAt} />
          {isEdited ? (
            <>
              {" "}
              · edited <When at={note.updatedAt} />
            </>
          ) : null}
        </span>
        {actions}
        <Button
          variant="subtle"
          size="compact-sm"
          loading={pin.isPending}
          onClick={() => pin.mutate({ noteId: note.id, isPinned: !isPinned })}
        >
          {isPinned ? "Unpin" : "Pin"}
        </Button>
        {isEdited ? (
          <Button
            variant="subtle"
            size="compact-sm"
            aria-expanded={isHistoryOpen}
            onClick={() => setHistoryOpen(!isHistoryOpen)}
          >
            Earlier wordings
          </Button>
        ) : null}
        <Button
          ref={editButton}
          variant="subtle"
          size="compact-sm"
          onClick={() => setEditing(true)}
        >
          Edit
        </Button>
        <Button variant="subtle" size="compact-sm" onClick={onDelete}>
          Delete
        </Button>
      </div>
      {isHistoryOpen ? <NoteHistory note={note} /> : null}
    </li>
  );
}
