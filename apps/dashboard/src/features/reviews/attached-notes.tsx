// Copies of notes that their authors laid beside the candidate: the words they are about, what they say, and
// whose they are. On the screen, on paper, and for each author among their own notes.

import { NoteText } from "../../components/note-text";
import { dayAndTimeWords } from "../../lib/time-words";
import { useNow } from "../../lib/use-now";
import classes from "./attached-notes.module.css";
import type { Candidate } from "./review-types";

type AttachedNote = Candidate["attachedNotes"][number];

export function AttachedNoteText({ content }: Pick<AttachedNote, "content">) {
  const now = useNow();
  if (!content) {
    return (
      <p className={classes.by}>
        This copy cannot be opened: it is damaged. Ask whoever attached it for the note.
      </p>
    );
  }
  return (
    <>
      {content.quote === null ? null : (
        <blockquote className={classes.quote} dir="auto">
          {content.quote}
        </blockquote>
      )}
      <NoteText text={content.body} className={classes.body} />
      <p className={classes.by}>
        {content.byName} · attached{" "}
        <time dateTime={content.attachedAt}>{dayAndTimeWords(content.attachedAt, now)}</time>
      </p>
    </>
  );
}

export function AttachedNotes({ notes }: { notes: readonly AttachedNote[] }) {
  return (
    <ul className={classes.notes}>
      {notes.map(({ id, content }) => (
        <li key={id} className={classes.note}>
          <AttachedNoteText content={content} />
        </li>
      ))}
    </ul>
  );
}
