// Below a text that can carry notes: the way to add one without a mouse, and a real button for each note that
// hangs on the text, for marked words themselves have no focus.

import { UnstyledButton } from "@mantine/core";
import type { NoteHome } from "@studydesk/domain/notes/note-home";
import { type RefObject, useEffect, useId, useMemo, useState } from "react";
import type { AnchorSpot } from "../../../components/anchor-text";
import { NoteText } from "../../../components/note-text";
import type { Note } from "../note-types";
import noteClasses from "../notes.module.css";
import { PlaceNotice } from "./place-notice";
import { placeWords, shortQuote } from "./place-words";
import { markWords } from "./shown-marks";
import { type FoundNote, useFoundPlaces } from "./use-found-place";
import classes from "./words.module.css";

interface Props {
  home: NoteHome;
  spot: AnchorSpot;
  element: RefObject<HTMLElement | null>;
  spots: Map<HTMLElement, AnchorSpot>;
  notes: readonly Note[];
  canWrite: boolean;
  label: string;
  onAdd: () => void;
}

export function SpotNotes({ home, spot, element, spots, notes, canWrite, label, onAdd }: Props) {
  const { sourceType, sourceId, fieldPath } = spot;
  const here = useMemo(
    () => notes.filter(({ anchor }) => isOn(anchor, { sourceType, sourceId, fieldPath })),
    [notes, sourceType, sourceId, fieldPath],
  );
  const found = useFoundPlaces(here, spot.text);
  const placed = useMemo(
    () =>
      (found ?? [])
        .flatMap(({ note, found: place }) => (place.state === "orphan" ? [] : [{ note, place }]))
        .sort((a, b) => a.place.start - b.place.start),
    [found],
  );
  useEffect(() => {
    const { current } = element;
    if (!current) return;
    spots.set(current, spot);
    return () => {
      spots.delete(current);
    };
  });
  useEffect(() => {
    const { current } = element;
    if (current && placed.length > 0)
      return markWords(
        current,
        placed.map(({ place }) => place),
      );
    return undefined;
  }, [element, placed]);
  if (!canWrite && placed.length === 0) return null;
  return (
    <div className={classes.spot} data-notes>
      {placed.map((each, index) => (
        <NumberedNote
          key={each.note.id}
          home={home}
          placed={{ note: each.note, found: each.place }}
          number={index + 1}
        />
      ))}
      {canWrite ? (
        <UnstyledButton
          className={classes.add}
          onClick={onAdd}
          aria-label={`${label}: ${spot.name}`}
        >
          {label}
        </UnstyledButton>
      ) : null}
    </div>
  );
}

function NumberedNote({
  home,
  placed: { note, found },
  number,
}: {
  home: NoteHome;
  placed: FoundNote;
  number: number;
}) {
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  const quote = shortQuote(note.anchor?.exact ?? "");
  const isFlagged = placeWords(found) !== null;
  return (
    <>
      <UnstyledButton
        className={classes.number}
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        aria-label={`Note ${number.toString()} on “${quote}”${isFlagged ? ", the words changed" : ""}`}
        data-flagged={isFlagged}
        onClick={() => setOpen(!isOpen)}
      >
        Note {number}
        {isFlagged ? " · changed" : ""}
      </UnstyledButton>
      {isOpen ? (
        <div id={id} className={classes.opened}>
          <PlaceNotice home={home} note={note} found={found} />
          <NoteText text={note.body} className={noteClasses.body} />
        </div>
      ) : null}
    </>
  );
}

function isOn(
  anchor: Note["anchor"],
  { sourceType, sourceId, fieldPath }: Pick<AnchorSpot, "sourceType" | "sourceId" | "fieldPath">,
): boolean {
  return (
    anchor !== null &&
    anchor.sourceType === sourceType &&
    anchor.sourceId === String(sourceId) &&
    anchor.fieldPath === fieldPath
  );
}
