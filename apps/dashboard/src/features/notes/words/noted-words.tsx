// Private notes on the words of a screen: whatever text below can carry a note offers it, by its selection or
// by a button, and shows the notes that hang on it.
import { Button } from "@mantine/core";
import type { NoteHome } from "@studydesk/domain/notes/note-home";
import { type ReactNode, useEffect, useMemo, useRef, useState } from "react";
import {
  AnchorNotes,
  type AnchorSpot,
  type BelowAnchorText,
} from "../../../components/anchor-text";
import { AttachNote } from "../attach-note";
import { SharedRemoval, useNoteRemoval } from "../note-removal";
import type { Note } from "../note-types";
import { useNotes } from "../use-notes";
import { type ChosenWords, WordsDialog } from "../words-dialog";
import { shortQuote } from "./place-words";
import { SelectionOffer } from "./selection-offer";
import { SpotNotes } from "./spot-notes";
import { ShowPlace, wantPlace } from "./wanted-place";
import classes from "./words.module.css";
import { widest } from "./words-field";

interface Props {
  home: NoteHome;
  canWrite: boolean;
  /** Further buttons on a note at its words. */
  renderActions?: (note: Note) => ReactNode;
  /** Opens what the words of the field stand on, where they are not in sight. */
  onSeek?: (fieldPath: string) => void;
  children: ReactNode;
}

const noNotes: readonly Note[] = [];

export function NotedWords({ home, canWrite, renderActions, onSeek, children }: Props) {
  const all = useNotes(home).data ?? noNotes;
  const removal = useNoteRemoval(home);
  const { hidden, deleteLater } = removal;
  const notes = useMemo(() => all.filter(({ id }) => !hidden.has(id)), [all, hidden]);
  const remove = useRef(deleteLater);
  useEffect(() => {
    remove.current = deleteLater;
  });
  const [chosen, setChosen] = useState<ChosenWords>();
  const [attaching, setAttaching] = useState<Note>();
  const [said, setSaid] = useState("");
  const spots = useRef(new Map<HTMLElement, AnchorSpot>());
  const label = attaching ? "Attach here" : "Add note";
  const below = useMemo<BelowAnchorText>(
    () => (spot, element) => (
      <SpotNotes
        home={home}
        spot={spot}
        element={element}
        spots={spots.current}
        notes={notes}
        canWrite={canWrite}
        label={label}
        onAdd={() => setChosen({ spot, range: widest(spot.text), canNarrow: true })}
        onDelete={(note) => remove.current(note)}
        renderActions={renderActions}
      />
    ),
    [home, notes, canWrite, label, renderActions],
  );
  function showPlace({ id, anchor }: Note) {
    if (!anchor) return;
    const { fieldPath } = anchor;
    const isInSight = [...spots.current.values()].some((spot) => spot.fieldPath === fieldPath);
    wantPlace(id);
    if (!isInSight) onSeek?.(fieldPath);
  }
  return (
    <AnchorNotes value={below}>
      <AttachNote value={canWrite ? setAttaching : undefined}>
        <ShowPlace value={showPlace}>
          <SharedRemoval value={removal}>{children}</SharedRemoval>
        </ShowPlace>
      </AttachNote>
      <p className={classes.heard} role="status">
        {said}
      </p>
      {canWrite && !chosen ? (
        <SelectionOffer
          label={label}
          onPress={({ field, range }) => {
            const spot = spots.current.get(field);
            if (spot) setChosen({ spot, range, canNarrow: false });
          }}
        />
      ) : null}
      {attaching ? (
        <div className={classes.attaching} role="status">
          <span>
            Choose the words for the note on “{shortQuote(attaching.anchor?.exact ?? "")}”: select
            them, or press Attach here beside a text.
          </span>
          <Button variant="default" size="compact-sm" onClick={() => setAttaching(undefined)}>
            Cancel
          </Button>
        </div>
      ) : null}
      {chosen ? (
        <WordsDialog
          home={home}
          chosen={chosen}
          attached={attaching}
          onDone={(words) => {
            setChosen(undefined);
            setAttaching(undefined);
            setSaid(words);
          }}
          onClose={() => setChosen(undefined)}
        />
      ) : null}
    </AnchorNotes>
  );
}
