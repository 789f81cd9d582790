// Above a note: the words that it is about as they were, and what became of them.
import type { NoteHome } from "@studydesk/domain/notes/note-home";
import { useMemo } from "react";
import type { Note } from "../note-types";
import classes from "../notes.module.css";
import { PlaceNotice } from "./place-notice";
import { useFoundPlaces } from "./use-found-place";

interface Props {
  home: NoteHome;
  note: Note;
  /** Also that a text was edited which left the words alone: where one looks for what changed. */
  tellsHarmless: boolean;
}

export function NoteQuote({ home, note, tellsHarmless }: Props) {
  const { anchor, place } = note;
  const sought = useMemo(() => [note], [note]);
  const found = useFoundPlaces(sought, place.state === "changed" ? place.currentText : undefined);
  if (!anchor) return null;
  const isKnown = place.state === "gone" || found?.[0] !== undefined;
  return (
    <>
      <blockquote className={classes.quote} dir="auto">
        {anchor.exact}
      </blockquote>
      {isKnown ? (
        <PlaceNotice
          home={home}
          note={note}
          found={found?.[0]?.found}
          tellsHarmless={tellsHarmless}
        />
      ) : null}
    </>
  );
}
