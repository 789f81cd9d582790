// A new note. What is typed is there again after a reload, and in another browser.
import { Button } from "@mantine/core";
import type { NoteHome } from "@studydesk/domain/notes/note-home";
import { noteBody } from "@studydesk/domain/notes/note-inputs";
import { type FormEvent, useEffect, useRef } from "react";
import { KeyHint } from "../../components/key-hint";
import { ErrorNote } from "../../components/states";
import { newNote } from "./draft-sender";
import { NoteField } from "./note-field";
import classes from "./notes.module.css";
import { TagsField } from "./tags-field";
import { useNoteDraft } from "./use-note-draft";
import { useWriteNote } from "./use-notes";

interface Props {
  home: NoteHome;
  takesFocus: boolean;
}

const nothing = { body: "", tags: [] };

export function WriteNote({ home, takesFocus }: Props) {
  const write = useWriteNote(home);
  const draft = useNoteDraft(home, { name: newNote, start: nothing, about: {} });
  const { body: text, tags } = draft.typed;
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (takesFocus) field.current?.focus();
  }, [takesFocus]);
  const problem = text === "" ? undefined : noteBody.safeParse(text).error?.issues[0]?.message;

  function send(event?: FormEvent) {
    event?.preventDefault();
    if (write.isPending || !noteBody.safeParse(text).success) return;
    // Where it fails, the sentence stands below the field, and the text in it.
    write.mutateAsync({ home, body: text, tags }).then(draft.forget, () => undefined);
  }

  return (
    <form className={classes.write} onSubmit={send}>
      <NoteField
        field={field}
        label="New note"
        placeholder="What you want to remember…"
        text={text}
        problem={problem}
        onType={(body) => draft.type({ body })}
        onSend={send}
        onClose={() => leave(field.current)}
      />
      {write.error ? <ErrorNote error={write.error} /> : null}
      {text.trim() === "" ? null : (
        <TagsField tags={tags} onChange={(next) => draft.type({ tags: next })} />
      )}
      {text.trim() === "" ? null : (
        <div className={classes.buttons}>
          <Button
            type="submit"
            loading={write.isPending}
            disabled={problem !== undefined}
            rightSection={<KeyHint keys="$mod+Enter" />}
          >
            Keep the note
          </Button>
        </div>
      )}
    </form>
  );
}

/** To the tab above: keys are heard again, and Tab goes on from there. */
function leave(field: HTMLElement | null) {
  const tab = field?.closest('[role="tabpanel"]')?.getAttribute("aria-labelledby");
  field?.blur();
  if (tab) document.getElementById(tab)?.focus({ preventScroll: true });
}
