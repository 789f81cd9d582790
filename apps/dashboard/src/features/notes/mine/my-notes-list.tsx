// The list itself: choosing, deleting with a way back, and tying a note to the words as they are now.
import { useNavigate } from "@tanstack/react-router";
import { type ReactNode, useCallback, useState } from "react";
import { HeldList } from "../../../components/held-list";
import { useKeys } from "../../../lib/keys/use-keys";
import { useLateDelete } from "../../../lib/use-late-delete";
import { AttachNote } from "../attach-note";
import type { Note } from "../note-types";
import { WordsDialog } from "../words-dialog";
import { ChosenBar, shareKey } from "./chosen-bar";
import { arePeopleMixed } from "./chosen-notes";
import { MyNoteCard } from "./my-note-card";
import classes from "./my-notes.module.css";
import { type MyNote, useDeleteMyNote } from "./use-my-notes";

interface Props {
  notes: readonly MyNote[];
  /** Which are listed: what was chosen among others is chosen no longer. */
  of: string;
  /** Where none of them is left. */
  empty: ReactNode;
  onShare: (notes: readonly MyNote[]) => void;
}

export function MyNotesList({ notes, of, empty, onShare }: Props) {
  const navigate = useNavigate();
  const [ticked, setTicked] = useState<ReadonlySet<number>>(new Set());
  const [chosenOf, setChosenOf] = useState(of);
  if (of !== chosenOf) {
    setChosenOf(of);
    setTicked(new Set());
  }
  const [attaching, setAttaching] = useState<Note>();
  const remove = useDeleteMyNote((noteId) => show(noteId));
  const { hidden, show, deleteLater } = useLateDelete<MyNote>(
    ({ id, version }) => remove.mutate({ noteId: id, expectedVersion: version }),
    "Note deleted.",
  );
  const shown = notes.filter(({ id }) => !hidden.has(id));
  const chosen = shown.filter(({ id }) => ticked.has(id));

  const choose = useCallback((id: number, isChosen: boolean) => {
    setTicked((ids) => new Set(isChosen ? [...ids, id] : [...ids].filter((each) => each !== id)));
  }, []);
  function focused(): MyNote | undefined {
    const card = document.activeElement
      ?.closest("li")
      ?.querySelector<HTMLElement>("[data-my-note]");
    return shown.find(({ id }) => String(id) === card?.dataset.myNote);
  }
  useKeys("My notes", [
    {
      keys: "x",
      name: "Choose the note",
      run: () => {
        const note = focused();
        if (note) choose(note.id, !ticked.has(note.id));
      },
    },
    {
      keys: shareKey,
      name: "Share the chosen notes by link",
      run: () => {
        const note = focused();
        if (chosen.length > 0 && !arePeopleMixed(chosen)) onShare(chosen);
        else if (chosen.length === 0 && note) onShare([note]);
      },
    },
  ]);

  /** A text that is there is chosen from here; where it is gone, others are chosen on its page. */
  function attach(note: Note) {
    const { home } = note;
    if (note.place.state === "changed") setAttaching(note);
    else if ("leadId" in home) {
      void navigate({ to: "/leads/$leadId", params: { leadId: home.leadId } });
    } else void navigate({ to: "/studies/$studyId", params: { studyId: home.studyId } });
  }

  return (
    <AttachNote value={attach}>
      <HeldList className={classes.list} aria-label="My notes">
        {shown.map((note) => (
          <MyNoteCard
            key={note.id}
            note={note}
            isChosen={ticked.has(note.id)}
            onChoose={choose}
            onShare={onShare}
            onDelete={deleteLater}
          />
        ))}
      </HeldList>
      {shown.length === 0 ? empty : null}
      <ChosenBar
        chosen={chosen}
        onShare={() => onShare(chosen)}
        onClear={() => setTicked(new Set())}
      />
      {attaching ? <AttachAgain note={attaching} onClose={() => setAttaching(undefined)} /> : null}
    </AttachNote>
  );
}

function AttachAgain({ note, onClose }: { note: Note; onClose: () => void }) {
  const { anchor, place, home } = note;
  if (!anchor || place.state !== "changed") return null;
  const { currentText: text, currentRevision: revision } = place;
  const { sourceType, sourceId, fieldPath } = anchor;
  const source = { sourceType, sourceId: Number(sourceId), fieldPath, revision };
  return (
    <WordsDialog
      home={home}
      chosen={{
        spot: { ...source, text, name: "the text as it is now" },
        range: { start: 0, end: 0 },
        canNarrow: true,
      }}
      attached={note}
      onDone={onClose}
      onClose={onClose}
    />
  );
}
