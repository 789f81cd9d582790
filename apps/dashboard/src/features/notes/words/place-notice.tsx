// What became of the words of a note, told where it matters, with the ways on: it fits as they are now, or it
// is tied to others.

import { Button } from "@mantine/core";
import type { FoundAnchor } from "@studydesk/anchors/find-anchor";
import type { NoteHome } from "@studydesk/domain/notes/note-home";
import { useMutation } from "@tanstack/react-query";
import { use } from "react";
import { errorSentence } from "../../../lib/error-sentence";
import { showToast } from "../../../lib/toasts";
import { AttachNote } from "../attach-note";
import type { Note } from "../note-types";
import classes from "../notes.module.css";
import { useReattachNote } from "../use-notes";
import { placeWords } from "./place-words";
import { anchorOf } from "./use-keep-words";

interface Props {
  home: NoteHome;
  note: Note;
  /** Undefined: not even its text is there. */
  found: FoundAnchor | undefined;
  /** Also that an edit left the words alone. */
  tellsHarmless?: boolean;
}

const textGone = "The text that this note is about is gone.";
const harmless = "The text was edited elsewhere; these words stand as they did.";

export function PlaceNotice({ home, note, found, tellsHarmless = false }: Props) {
  const attach = use(AttachNote);
  const reattach = useReattachNote(home);
  const confirm = useMutation({
    async mutationFn() {
      if (!note.anchor || note.place.state !== "changed" || !found || found.state === "orphan")
        return;
      const { sourceType, sourceId, fieldPath } = note.anchor;
      const { currentText: text, currentRevision: revision } = note.place;
      const spot = { sourceType, sourceId: Number(sourceId), fieldPath, revision, text };
      const anchor = await anchorOf(spot, found);
      await reattach.mutateAsync({ noteId: note.id, anchor, expectedVersion: note.version });
    },
    onError: (error) => showToast(errorSentence(error), { tone: "bad" }),
  });
  const keepOnWhole = () =>
    reattach.mutate(
      { noteId: note.id, anchor: null, expectedVersion: note.version },
      { onError: (error) => showToast(errorSentence(error), { tone: "bad" }) },
    );
  const harm = found ? placeWords(found) : textGone;
  const words = harm ?? (tellsHarmless ? harmless : null);
  if (words === null) return null;
  const isThere = found !== undefined && found.state !== "orphan";
  return (
    <div className={harm === null ? classes.settled : classes.flag}>
      <p>{words}</p>
      {attach ? (
        <div className={classes.buttons}>
          {isThere && note.place.state === "changed" ? (
            <Button
              variant="default"
              size="compact-sm"
              loading={confirm.isPending}
              onClick={() => confirm.mutate()}
            >
              It still fits
            </Button>
          ) : null}
          <Button variant="default" size="compact-sm" onClick={() => attach(note)}>
            Attach again
          </Button>
          {isThere ? null : (
            <Button
              variant="default"
              size="compact-sm"
              loading={reattach.isPending}
              onClick={keepOnWhole}
            >
              Keep it on the whole {"leadId" in home ? "lead" : "study"}
            </Button>
          )}
        </div>
      ) : null}
    </div>
  );
}
