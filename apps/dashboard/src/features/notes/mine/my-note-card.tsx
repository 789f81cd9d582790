// A note among all of one's own: what it is on, and the box that chooses it, above the card that it has there.
import { Button, Checkbox } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { memo, type ReactNode } from "react";
import { firstWordsOfNote } from "../../../lib/first-words";
import { NoteCard } from "../note-card";
import classes from "./my-notes.module.css";
import type { MyNote } from "./use-my-notes";

interface Props {
  note: MyNote;
  isChosen: boolean;
  onChoose: (id: number, isChosen: boolean) => void;
  onShare: (notes: readonly MyNote[]) => void;
  onDelete: (note: MyNote) => void;
}

/** Drawn again only when it changed: there can be thousands of them. */
export const MyNoteCard = memo(function MyNoteCard({
  note,
  isChosen,
  onChoose,
  onShare,
  onDelete,
}: Props) {
  return (
    <NoteCard
      home={note.home}
      note={note}
      onDelete={() => onDelete(note)}
      head={
        <div className={classes.head} data-my-note={note.id}>
          <Checkbox
            size="sm"
            aria-label={`Choose the note on ${note.homeTitle}: ${firstWordsOfNote(note.body)}`}
            checked={isChosen}
            onChange={(event) => onChoose(note.id, event.currentTarget.checked)}
          />
          <span className={classes.home}>
            <HomeOf note={note}>{note.homeTitle}</HomeOf>
            <span className={classes.quiet}>{note.siteName ?? "Study"}</span>
          </span>
        </div>
      }
      actions={
        <Button variant="subtle" size="compact-sm" onClick={() => onShare([note])}>
          Share
        </Button>
      }
    />
  );
});

function HomeOf({ note: { home }, children }: { note: MyNote; children: ReactNode }) {
  return "leadId" in home ? (
    <Link to="/leads/$leadId" params={{ leadId: home.leadId }} dir="auto">
      {children}
    </Link>
  ) : (
    <Link to="/studies/$studyId" params={{ studyId: home.studyId }} dir="auto">
      {children}
    </Link>
  );
}
