// A note being edited. When it was changed elsewhere meanwhile, both wordings are on the screen and the
// author decides.
import { Button } from "@mantine/core";
import type { NoteHome } from "@studydesk/domain/notes/note-home";
import { noteBody } from "@studydesk/domain/notes/note-inputs";
import { type FormEvent, useEffect, useRef, useState } from "react";
import { ErrorNote } from "../../components/states";
import { isStale } from "../../lib/error-sentence";
import { draftName } from "./draft-sender";
import { NoteField } from "./note-field";
import type { Note } from "./note-types";
import classes from "./notes.module.css";
import { TagsField } from "./tags-field";
import { useNoteDraft } from "./use-note-draft";
import { useEditNote } from "./use-notes";

interface Props {
  home: NoteHome;
  note: Note;
  onDone: () => void;
}

export function EditNote({ home, note, onDone }: Props) {
  const edit = useEditNote(home);
  const draft = useNoteDraft(home, {
    name: draftName({ noteId: note.id }),
    start: { body: note.body, tags: note.tags },
    about: { noteId: note.id },
  });
  const { body: text, tags } = draft.typed;
  const [seen, setSeen] = useState(note);
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    field.current?.focus();
  }, []);
  const problem = noteBody.safeParse(text).error?.issues[0]?.message;
  const isOvertaken = note.version !== seen.version && note.body !== seen.body;

  function send(event?: FormEvent) {
    event?.preventDefault();
    if (edit.isPending || problem !== undefined) return;
    edit
      .mutateAsync({ noteId: note.id, body: text, tags, expectedVersion: seen.version })
      .then(leave, () => undefined);
  }

  /** Kept, or not wanted. */
  function leave() {
    draft.forget();
    onDone();
  }

  return (
    <form className={classes.write} onSubmit={send}>
      <NoteField
        field={field}
        label="Edit the note"
        text={text}
        problem={problem}
        onType={(body) => draft.type({ body })}
        onSend={send}
        onClose={leave}
      />
      <TagsField tags={tags} onChange={(next) => draft.type({ tags: next })} />
      {isOvertaken ? (
        <div className={classes.theirs} role="status">
          <p>You changed this note in another window. There it says:</p>
          <blockquote dir="auto">{note.body}</blockquote>
          <div className={classes.buttons}>
            <Button variant="default" size="compact-sm" onClick={() => setSeen(note)}>
              Keep what I type here
            </Button>
            <Button variant="default" size="compact-sm" onClick={leave}>
              Keep that one
            </Button>
          </div>
        </div>
      ) : null}
      {edit.error && !isStale(edit.error) ? <ErrorNote error={edit.error} /> : null}
      <div className={classes.buttons}>
        <Button
          type="submit"
          loading={edit.isPending}
          disabled={problem !== undefined || isOvertaken}
        >
          Keep the note
        </Button>
        <Button variant="default" onClick={leave}>
          Leave it as it was
        </Button>
      </div>
    </form>
  );
}
