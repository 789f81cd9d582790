// The keys that pick leads; the rows and the cursor are the list's.
import { useKeys } from "../../../lib/keys/use-keys";
import type { LeadSelection } from "./use-selection";

interface Rows {
  cursorId: number | undefined;
  /** Moves the cursor; gives the row it comes to. */
  move: (step: number) => number | undefined;
  readVisibleIds: () => readonly number[];
}

/** Undefined: this person changes no leads. */
export function useSelectionKeys(selection: LeadSelection, rows: Rows | undefined): void {
  function extend({ cursorId, move }: Rows, step: number) {
    const next = move(step);
    const ids = [cursorId, next].filter((id) => id !== undefined);
    selection.put(ids, true);
  }
  useKeys(
    "Picking leads",
    rows
      ? [
          {
            keys: "x",
            name: "Pick the lead, or not",
            run: () => {
              const id = rows.cursorId ?? rows.move(0);
              if (id !== undefined) selection.toggle(id);
            },
          },
          { keys: "Shift+j", name: "Pick downwards", run: () => extend(rows, 1), repeats: true },
          { keys: "Shift+k", name: "Pick upwards", run: () => extend(rows, -1), repeats: true },
          {
            keys: "* a",
            name: "Pick the leads in sight",
            run: () => selection.put(rows.readVisibleIds(), true),
          },
          { keys: "* s", name: "Pick all that match", run: selection.putAll },
          { keys: "* n", name: "Pick none", run: selection.clear },
        ]
      : [],
  );
}
