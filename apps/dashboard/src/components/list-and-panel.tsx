// One screen for triage: the list in the middle, one record at the right. Where there is room for one
// only, the record covers the list, which stays alive and keeps its place below.
import { Button } from "@mantine/core";
import type { ReactNode } from "react";
import classes from "./list-and-panel.module.css";

interface Props {
  list: ReactNode;
  /** Undefined: nothing is open, and the list has the whole width. */
  panel: ReactNode | undefined;
  /** Names the panel for screen readers: "Lead". */
  panelLabel: string;
  onClosePanel: () => void;
}

export function ListAndPanel({ list, panel, panelLabel, onClosePanel }: Props) {
  const isOpen = panel !== undefined;
  return (
    <div className={classes.split} data-open={isOpen}>
      <section className={classes.list} aria-label="List">
        {list}
      </section>
      {isOpen ? (
        <aside className={classes.panel} aria-label={panelLabel}>
          <div className={classes.back}>
            <Button variant="subtle" size="compact-md" onClick={onClosePanel}>
              ‹ Back to the list
            </Button>
          </div>
          {panel}
        </aside>
      ) : null}
    </div>
  );
}
