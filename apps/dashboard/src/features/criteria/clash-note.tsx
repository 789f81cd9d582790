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
  /** Who saved theirs: "Mei Tanaka", "The registry’s record". */
  who: string;
  onSettle: (takes: "mine" | "theirs") => void;
}

export function ClashNote({ mine, clash: { theirs }, who, onSettle }: Props) {
  return (
    <div className={classes.clash} role="alert">
      <p>
        {theirs
          ? `${who} changed this criterion, too. Nothing was overwritten.`
          : `${who} removed this criterion while you changed it. Yours is still here.`}
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
