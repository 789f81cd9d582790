// One note: read, edited in its place, deleted with a way back.
import { Button } from "@mantine/core";
import { type ReactNode, useState } from "react";
import { When } from "../../components/when";
import { EditNote } from "./edit-note";
import type { Note } from "./note-types";
import classes from "./notes.module.css";

interface Props {
  leadId: number;
  note: Note;
  actions: ReactNode;
  onDelete: () => void;
}

export function NoteCard({ leadId, note, actions, onDelete }: Props) {
  const [isEditing, setEditing] = useState(false);
  if (isEditing) {
    return (
      <li className={classes.note}>
        <EditNote leadId={leadId} note={note} onDone={() => setEditing(false)} />
      </li>
    );
  }
  return (
    <li className={classes.note}>
      <p className={classes.body} dir="auto">
        {note.body}
      </p>
      <div className={classes.foot}>
        <span className={classes.when}>
          <When at={note.createdAt} />
          {note.updatedAt === note.createdAt ? null : (
            <>
              {" "}
              · edited <When at={note.updatedAt} />
            </>
          )}
        </span>
        {actions}
        <Button variant="subtle" size="compact-sm" onClick={() => setEditing(true)}>
          Edit
        </Button>
        <Button variant="subtle" size="compact-sm" onClick={onDelete}>
          Delete
        </Button>
      </div>
    </li>
  );
}
