// What stands below the filters while the list shows something else than its view: that it is unsaved, and
// what to do about it.
import { Button } from "@mantine/core";
import { useState } from "react";
import type { ShownView } from "../use-views";
import classes from "./view-changes-bar.module.css";

interface Props {
  view: ShownView;
  isChanged: boolean;
  onSave: () => void;
  onSaveAsNew: () => void;
  onReset: () => void;
}

export function ViewChangesBar({ view, isChanged, onSave, onSaveAsNew, onReset }: Props) {
  const { saved } = view;
  const [seen, setSeen] = useState({ id: view.id, version: saved?.version });
  // What a change was begun on; somebody else's save in between is said before it is saved over.
  if (seen.id !== view.id || (!isChanged && seen.version !== saved?.version)) {
    setSeen({ id: view.id, version: saved?.version });
  }
  if (!isChanged) return null;
  const canSave = saved?.abilities.change === true;
  const isOvertaken = canSave && seen.version !== undefined && seen.version !== saved.version;
  return (
    <div className={classes.bar}>
      <span className={classes.words} role="status">
        {isOvertaken
          ? "Somebody else saved this view meanwhile. Yours still shows here, unsaved."
          : saved
            ? "Unsaved changes"
            : `Changed from ${view.name}`}
      </span>
      {canSave ? (
        <Button size="compact-sm" onClick={onSave}>
          {isOvertaken ? "Save over it" : "Save"}
        </Button>
      ) : null}
      <Button size="compact-sm" variant="default" onClick={onSaveAsNew}>
        {saved ? "Save as new" : "Save as a view"}
      </Button>
      <Button size="compact-sm" variant="subtle" onClick={onReset}>
        Reset
      </Button>
    </div>
  );
}
