// The head of a column: sorts when pressed; its edge is dragged to size it, itself to another place. Both
// are in the Columns menu, too, for whoever drags nothing.
import {
  type LeadColumnId,
  narrowestColumn,
  widestColumn,
} from "@studydesk/domain/views/view-layout";
import { type ReactNode, useState } from "react";
import classes from "./lead-table.module.css";

interface Props {
  id: LeadColumnId;
  sorted: "asc" | "desc" | false;
  /** Undefined: nothing is sorted by it. */
  onSort: ((event: unknown) => void) | undefined;
  onWidth: (width: number) => void;
  /** Another column was dropped before this one, or behind it. */
  onDropped: (id: string, isBehind: boolean) => void;
  children: ReactNode;
}

const dragKind = "application/x-studydesk-column";

export function ColumnHead({ id, sorted, onSort, onWidth, onDropped, children }: Props) {
  const [dropSide, setDropSide] = useState<"before" | "behind">();
  return (
    <th
      scope="col"
      aria-sort={sorted ? (sorted === "asc" ? "ascending" : "descending") : undefined}
      data-drop={dropSide}
      draggable
      onDragStart={(event) => {
        event.dataTransfer.setData(dragKind, id);
        event.dataTransfer.effectAllowed = "move";
      }}
      onDragOver={(event) => {
        if (!event.dataTransfer.types.includes(dragKind)) return;
        event.preventDefault();
        const { left, width } = event.currentTarget.getBoundingClientRect();
        setDropSide(event.clientX > left + width / 2 ? "behind" : "before");
      }}
      onDragLeave={() => setDropSide(undefined)}
      onDrop={(event) => {
        event.preventDefault();
        setDropSide(undefined);
        onDropped(event.dataTransfer.getData(dragKind), dropSide === "behind");
      }}
    >
      {onSort ? (
        <button type="button" onClick={onSort}>
          {children}
          {sorted ? <span aria-hidden>{sorted === "asc" ? " ↑" : " ↓"}</span> : null}
        </button>
      ) : (
        children
      )}
      <Edge onWidth={onWidth} />
    </th>
  );
}

function Edge({ onWidth }: Pick<Props, "onWidth">) {
  return (
    <span
      className={classes.edge}
      aria-hidden="true"
      draggable
      onDragStart={(event) => {
        event.preventDefault();
        event.stopPropagation();
      }}
      onPointerDown={(event) => {
        event.preventDefault();
        event.stopPropagation();
        const edge = event.currentTarget;
        const width = edge.parentElement?.offsetWidth ?? 0;
        const from = event.clientX;
        edge.setPointerCapture(event.pointerId);
        edge.onpointermove = (move) => {
          const wanted = Math.round(width + move.clientX - from);
          onWidth(Math.min(Math.max(wanted, narrowestColumn), widestColumn));
        };
        edge.onpointerup = () => {
          edge.onpointermove = null;
          edge.onpointerup = null;
        };
      }}
    />
  );
}
