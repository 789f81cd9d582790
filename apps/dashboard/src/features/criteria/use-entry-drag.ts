// Dragging a criterion by its grip to another place among those of its kind, with the browser's own drag and
// drop, which scrolls by itself.
import { type DragEvent, type HTMLAttributes, useState } from "react";
import { type DraftEntry, placeEntry } from "./draft-entries";

export interface DragProps {
  grip: HTMLAttributes<HTMLElement>;
  target: HTMLAttributes<HTMLElement>;
  /** Where it would land, seen from this one. */
  drop: "above" | "below" | undefined;
}

type Drop = (entries: readonly DraftEntry[], key: string) => void;

export function useEntryDrag(entries: readonly DraftEntry[], onDrop: Drop) {
  const [dragged, setDragged] = useState<string>();
  const [over, setOver] = useState<string>();

  function end() {
    setDragged(undefined);
    setOver(undefined);
  }

  return (entry: DraftEntry): DragProps => {
    const { key, kind } = entry;
    const from = entries.findIndex((each) => each.key === dragged);
    const isTarget = dragged !== undefined && dragged !== key && entries[from]?.kind === kind;
    const isBelow = from < entries.indexOf(entry);
    return {
      drop: isTarget && over === key ? (isBelow ? "below" : "above") : undefined,
      grip: {
        draggable: true,
        onDragStart(event: DragEvent<HTMLElement>) {
          const row = event.currentTarget.closest("li");
          event.dataTransfer.effectAllowed = "move";
          // Some browsers drag nothing that carries no data.
          event.dataTransfer.setData("text/plain", key);
          if (row) event.dataTransfer.setDragImage(row, 12, 18);
          setDragged(key);
        },
        onDragEnd: end,
      },
      target: {
        onDragOver(event: DragEvent<HTMLElement>) {
          if (!isTarget) return;
          event.preventDefault();
          setOver(key);
        },
        onDrop(event: DragEvent<HTMLElement>) {
          if (!isTarget || dragged === undefined) return;
          event.preventDefault();
          onDrop(placeEntry(entries, dragged, key), dragged);
          end();
        },
      },
    };
  };
}
