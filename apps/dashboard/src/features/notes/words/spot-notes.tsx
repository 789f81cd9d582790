// Below a text that can carry notes: the way to add one without a mouse, and a real button for each note that
// hangs on the text, for marked words themselves have no focus.

import { UnstyledButton } from "@mantine/core";
import type { NoteHome } from "@studydesk/domain/notes/note-home";
import { type ReactNode, type RefObject, useEffect, useId, useMemo, useRef, useState } from "react";
import type { AnchorSpot } from "../../../components/anchor-text";
import { HeldList } from "../../../components/held-list";
import { NoteCard } from "../note-card";
import type { Note } from "../note-types";
import { PlaceNotice } from "./place-notice";
import { placeWords, shortQuote } from "./place-words";
import { markWords } from "./shown-marks";
import { type FoundNote, useFoundPlaces } from "./use-found-place";
import { useWantedPlace, wantPlace } from "./wanted-place";
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
  onDelete: (note: Note) => void;
  /** Further buttons on a note. */
  renderActions: ((note: Note) => ReactNode) | undefined;
}

export function SpotNotes(props: Props) {
  const { home, spot, element, spots, notes, canWrite, label, onAdd } = props;
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
          words={element}
          onDelete={() => props.onDelete(each.note)}
          actions={props.renderActions?.(each.note)}
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

interface NumberedProps {
  home: NoteHome;
  placed: FoundNote;
  number: number;
  words: RefObject<HTMLElement | null>;
  actions: ReactNode;
  onDelete: () => void;
}

function NumberedNote({ home, placed, number, words, actions, onDelete }: NumberedProps) {
  const { note, found } = placed;
  const [isOpen, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const isWanted = useWantedPlace() === note.id;
  useEffect(() => {
    if (!isWanted || !words.current || !button.current) return;
    setOpen(true);
    reveal(words.current);
    button.current.focus({ preventScroll: true });
    wantPlace(undefined);
  }, [isWanted, words]);
  const id = useId();
  const quote = shortQuote(note.anchor?.exact ?? "");
  const isFlagged = placeWords(found) !== null;
  const name = `Note ${number.toString()}${isFlagged ? " · changed" : ""}`;
  return (
    <>
      <UnstyledButton
        ref={button}
        className={classes.number}
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        aria-label={`${name} on “${quote}”`}
        data-flagged={isFlagged}
        onClick={() => setOpen(!isOpen)}
      >
        {name}
      </UnstyledButton>
      {isOpen ? (
        <HeldList id={id} className={classes.opened}>
          <NoteCard
            home={home}
            note={note}
            about={<PlaceNotice home={home} note={note} found={found} />}
            actions={actions}
            onDelete={onDelete}
          />
        </HeldList>
      ) : null}
    </>
  );
}

/** Brings words into sight, wherever they are folded away, and lights them up for a moment. */
function reveal(words: HTMLElement): void {
  for (let at = words.parentElement; at; at = at.parentElement) {
    if (at instanceof HTMLDetailsElement) at.open = true;
  }
  words.scrollIntoView({ block: "center" });
  words.animate([{ backgroundColor: "var(--mark)" }, { backgroundColor: "transparent" }], 1_600);
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
