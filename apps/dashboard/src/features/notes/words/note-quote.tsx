// Above a note: the words that it is about as they were, and what became of them.

import { Button } from "@mantine/core";
import type { NoteHome } from "@studydesk/domain/notes/note-home";
import { use, useMemo } from "react";
import type { Note } from "../note-types";
import classes from "../notes.module.css";
import { PlaceNotice } from "./place-notice";
import { useFoundPlaces } from "./use-found-place";
import { ShowPlace } from "./wanted-place";

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
  const showPlace = use(ShowPlace);
  if (!anchor) return null;
  const isKnown = place.state === "gone" || found?.[0] !== undefined;
  const state = place.state === "same" ? "exact" : found?.[0]?.found.state;
  return (
    <>
      <blockquote className={classes.quote} dir="auto">
        {anchor.exact}
      </blockquote>
      {showPlace && state !== undefined && state !== "orphan" ? (
        <Button
          variant="subtle"
          size="compact-sm"
          className={classes.toPlace}
          onClick={() => showPlace(note)}
        >
          Show at its place
        </Button>
      ) : null}
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
