// A new note. What is typed survives a reload and a look at another lead.
import { Button, Textarea } from "@mantine/core";
import { noteBody } from "@studydesk/domain/notes/note-inputs";
import { type FormEvent, useEffect, useRef } from "react";
import { KeyHint } from "../../components/key-hint";
import { ErrorNote } from "../../components/states";
import { formKeys } from "../../lib/form-keys";
import { useDraft } from "../../lib/use-draft";
import classes from "./notes.module.css";
import { useWriteNote } from "./use-notes";

interface Props {
  leadId: number;
  takesFocus: boolean;
}

export function WriteNote({ leadId, takesFocus }: Props) {
  const write = useWriteNote(leadId);
  const [text, setText] = useDraft(`note.${leadId}`);
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (takesFocus) field.current?.focus();
  }, [takesFocus]);
  const problem = text === "" ? undefined : noteBody.safeParse(text).error?.issues[0]?.message;

  function send(event?: FormEvent) {
    event?.preventDefault();
    if (write.isPending || !noteBody.safeParse(text).success) return;
    const sent = text;
    write.mutateAsync({ leadId, body: sent }).then(
      () => setText(""),
      // The sentence stands below the field, and the text in it.
      () => undefined,
    );
  }

  return (
    <form className={classes.write} onSubmit={send}>
      <Textarea
        ref={field}
        label="New note"
        description="Only you can see it."
        placeholder="What you want to remember…"
        autosize
        minRows={2}
        maxRows={14}
        value={text}
        error={problem}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={formKeys({ send, close: () => field.current?.blur() })}
      />
      {write.error ? <ErrorNote error={write.error} /> : null}
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
