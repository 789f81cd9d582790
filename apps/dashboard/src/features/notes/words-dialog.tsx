// A note on certain words, or a note that is tied to others. Without a mouse the whole text lies in a field
// that cannot be changed, and what is selected there is what the note is about.
import { Button, Modal, Textarea } from "@mantine/core";
import { tidyRange } from "@studydesk/anchors/make-anchor";
import { maxExactLength, type TextRange } from "@studydesk/anchors/text-anchor";
import type { NoteHome } from "@studydesk/domain/notes/note-home";
import { noteBody } from "@studydesk/domain/notes/note-inputs";
import type { FormEvent } from "react";
import { useState } from "react";
import type { AnchorSpot } from "../../components/anchor-text";
import { ErrorNote } from "../../components/states";
import { focusAtOnce } from "../../lib/focus-at-once";
import { formKeys } from "../../lib/form-keys";
import { useFocusBack } from "../../lib/use-focus-back";
import type { Note } from "./note-types";
import classes from "./notes.module.css";
import { TagsField } from "./tags-field";
import { useNoteDraft } from "./use-note-draft";
import { useAnchor, useKeepWords } from "./words/use-keep-words";
import { WordsField } from "./words/words-field";

export interface ChosenWords {
  spot: AnchorSpot;
  range: TextRange;
  /** The whole text is offered, to choose from. */
  canNarrow: boolean;
}

const nothing = { body: "", tags: [] };

interface Props {
  home: NoteHome;
  chosen: ChosenWords;
  /** This note gets the words; undefined: a new one is written. */
  attached: Note | undefined;
  onDone: (said: string) => void;
  onClose: () => void;
}

export function WordsDialog({ home, chosen, attached, onDone, onClose }: Props) {
  useFocusBack();
  const { spot, canNarrow } = chosen;
  const [range, setRange] = useState(chosen.range);
  const draft = useNoteDraft(home, {
    name: `${spot.sourceType}.${spot.fieldPath}`,
    start: nothing,
    about: { anchor: useAnchor(spot, range) },
  });
  const { body: text, tags } = draft.typed;
  const keep = useKeepWords(home);
  const tidy = tidyRange(spot.text, range);
  const isLong = tidy !== undefined && tidy.end - tidy.start > maxExactLength;
  const problem = text === "" ? undefined : noteBody.safeParse(text).error?.issues[0]?.message;
  // Where nothing is chosen yet, that comes first.
  const mustChoose = canNarrow && (attached !== undefined || chosen.range.end === 0);
  const canSend =
    tidy !== undefined && !isLong && (attached ? true : noteBody.safeParse(text).success);

  function send(event?: FormEvent) {
    event?.preventDefault();
    if (!canSend || keep.isPending) return;
    keep.mutateAsync({ spot, range, body: text, tags, attached }).then(
      () => {
        if (!attached) draft.forget();
        onDone(attached ? "The note hangs on these words now." : "Note kept.");
      },
      // The sentence stands below, and the text in its field.
      () => undefined,
    );
  }

  return (
    <Modal
      opened
      onClose={onClose}
      title={attached ? `Attach the note to ${spot.name}` : `Note on ${spot.name}`}
      closeOnClickOutside={false}
      closeButtonProps={{ "aria-label": "Close" }}
    >
      <form className={classes.write} onSubmit={send}>
        {canNarrow ? (
          <WordsField
            text={spot.text}
            isTooLong={isLong}
            takesFocus={mustChoose}
            onChoose={setRange}
          />
        ) : null}
        <blockquote className={classes.quote} dir="auto" aria-label="The words chosen">
          {tidy ? spot.text.slice(tidy.start, tidy.end) : ""}
        </blockquote>
        {isLong && !canNarrow ? (
          <p className={classes.flag} role="alert">
            A note can be about {maxExactLength.toLocaleString()} characters at most. Select fewer.
          </p>
        ) : null}
        {attached ? null : (
          <>
            <Textarea
              ref={mustChoose ? null : focusAtOnce}
              data-autofocus={mustChoose ? undefined : true}
              label="Note"
              description="Only you can see it."
              autosize
              minRows={3}
              maxRows={12}
              value={text}
              error={problem}
              onChange={(event) => draft.type({ body: event.currentTarget.value })}
              onKeyDown={formKeys({ send, close: onClose })}
            />
            <TagsField tags={tags} onChange={(next) => draft.type({ tags: next })} />
          </>
        )}
        {keep.error ? <ErrorNote error={keep.error} /> : null}
        <div className={classes.buttons}>
          <Button type="submit" loading={keep.isPending} disabled={!canSend}>
            {attached ? "Attach here" : "Keep the note"}
          </Button>
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
        </div>
      </form>
    </Modal>
  );
}
