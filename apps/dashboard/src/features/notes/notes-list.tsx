// Private notes on a lead or a study: the author's alone, whatever anybody's role.
import type { NoteHome } from "@studydesk/domain/notes/note-home";
import type { ReactNode } from "react";
import { HeldList } from "../../components/held-list";
import { EmptyState, ErrorState, LoadingRows } from "../../components/states";
import { NoteCard } from "./note-card";
import { useNoteRemoval } from "./note-removal";
import type { Note } from "./note-types";
import classes from "./notes.module.css";
import { useNotes } from "./use-notes";
import { WriteNote } from "./write-note";

interface Props {
  home: NoteHome;
  /** Where nothing above says what these are. */
  title?: string;
  canWrite: boolean;
  /** The field takes the focus. */
  startsWriting: boolean;
  /** Further buttons on a note. */
  renderActions?: (note: Note) => ReactNode;
}

export function NotesList({ home, title, canWrite, startsWriting, renderActions }: Props) {
  const notes = useNotes(home);
  const { hidden, deleteLater } = useNoteRemoval(home);
  const shown = (notes.data ?? []).filter(({ id }) => !hidden.has(id));
  return (
    <section className={classes.notes} aria-label="Your notes">
      {title === undefined ? null : <h2 className={classes.title}>{title}</h2>}
      {canWrite ? <WriteNote home={home} takesFocus={startsWriting} /> : null}
      {notes.isPending ? <LoadingRows rows={3} height={64} /> : null}
      {notes.isError && !notes.data ? (
        <ErrorState error={notes.error} onRetry={() => void notes.refetch()} />
      ) : null}
      {notes.data && shown.length === 0 ? (
        <div className={classes.empty}>
          <EmptyState title="No notes here yet">
            What you write is for you alone: nobody else reads it, not even an admin. To hand one
            on, share a sealed copy of it.
          </EmptyState>
        </div>
      ) : null}
      <HeldList className={classes.list}>
        {shown.map((note) => (
          <NoteCard
            key={note.id}
            home={home}
            note={note}
            actions={renderActions?.(note)}
            onDelete={() => deleteLater(note)}
          />
        ))}
      </HeldList>
    </section>
  );
}
