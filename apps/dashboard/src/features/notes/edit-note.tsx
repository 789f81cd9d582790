// A note being edited. When it was changed elsewhere meanwhile, both wordings are on the screen and the
// author decides.
import { Button } from "@mantine/core";
import type { NoteHome } from "@studydesk/domain/notes/note-home";
import { noteBody } from "@studydesk/domain/notes/note-inputs";
import { type FormEvent, useEffect, useRef, useState } from "react";
import { ErrorNote } from "../../components/states";
import { isStale } from "../../lib/error-sentence";
import { NoteField } from "./note-field";
import type { Note } from "./note-types";
import classes from "./notes.module.css";
import { TagsField } from "./tags-field";
import { useEditNote } from "./use-notes";

interface Props {
  home: NoteHome;
  note: Note;
  onDone: () => void;
}

export function EditNote({ home, note, onDone }: Props) {
  const edit = useEditNote(home);
  const [text, setText] = useState(note.body);
  const [tags, setTags] = useState(note.tags);
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
      .then(onDone, () => undefined);
  }

  return (
    <form className={classes.write} onSubmit={send}>
      <NoteField
        field={field}
        label="Edit the note"
        text={text}
        problem={problem}
        onType={setText}
        onSend={send}
        onClose={onDone}
      />
      <TagsField tags={tags} onChange={setTags} />
      {isOvertaken ? (
        <div className={classes.theirs} role="status">
          <p>You changed this note in another window. There it says:</p>
          <blockquote dir="auto">{note.body}</blockquote>
          <div className={classes.buttons}>
            <Button variant="default" size="compact-sm" onClick={() => setSeen(note)}>
              Keep what I type here
            </Button>
            <Button variant="default" size="compact-sm" onClick={onDone}>
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
        <Button variant="default" onClick={onDone}>
          Leave it as it was
        </Button>
      </div>
    </form>
  );
}
