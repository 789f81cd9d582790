// Two people changed the same criterion: theirs beside what was typed here, and the choice between them.
import { Button } from "@mantine/core";
import { changedFields } from "./changed-fields";
import { ChangedFields } from "./changed-fields-view";
import classes from "./clash-note.module.css";
import type { DraftEntry } from "./draft-entries";
import type { Clash } from "./merge-drafts";

interface Props {
  mine: DraftEntry;
  clash: Clash;
  onSettle: (takes: "mine" | "theirs") => void;
}

export function ClashNote({ mine, clash: { theirs }, onSettle }: Props) {
  return (
    <div className={classes.clash} role="alert">
      <p>
        {theirs
          ? "You and somebody else changed this criterion. Nothing was overwritten."
          : "Somebody else removed this criterion while you changed it. Yours is still here."}
      </p>
      {theirs ? (
        <ChangedFields
          fields={changedFields(theirs, mine)}
          names={{ before: "Theirs", after: "Yours" }}
        />
      ) : null}
      <div className={classes.buttons}>
        <Button size="compact-sm" variant="default" onClick={() => onSettle("mine")}>
          Keep mine
        </Button>
        <Button size="compact-sm" variant="default" onClick={() => onSettle("theirs")}>
          {theirs ? "Take theirs" : "Let it go"}
        </Button>
      </div>
    </div>
  );
}
