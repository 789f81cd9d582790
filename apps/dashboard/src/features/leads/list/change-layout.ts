// The steps by which somebody makes the columns their own. Each gives a new layout.
import {
  type LaidColumn,
  type LeadColumnId,
  narrowestColumn,
  type ViewLayout,
  widestColumn,
} from "@studydesk/domain/views/view-layout";

/** A column that comes in stands last; the name never goes. */
export function toggleColumn(layout: ViewLayout, id: LeadColumnId): ViewLayout {
  if (id === "name") return layout;
  const others = layout.columns.filter((column) => column.id !== id);
  const columns = others.length < layout.columns.length ? others : [...others, { id }];
  return { ...layout, columns };
}

/** By one place, or to stand before or behind another column. */
export function moveColumn(
  layout: ViewLayout,
  id: string,
  to: -1 | 1 | { id: LeadColumnId; isBehind: boolean },
): ViewLayout {
  const from = layout.columns.findIndex((column) => column.id === id);
  const moved = layout.columns[from];
  if (!moved || (typeof to === "object" && to.id === id)) return layout;
  const others = layout.columns.toSpliced(from, 1);
  const index =
    typeof to === "object"
      ? others.findIndex((column) => column.id === to.id) + (to.isBehind ? 1 : 0)
      : Math.min(Math.max(from + to, 0), others.length);
  return { ...layout, columns: others.toSpliced(index, 0, moved) };
}

/** All that is drawn keeps its width from now on, so that only the one that is sized changes. */
export function sizeColumn(
  layout: ViewLayout,
  drawn: readonly { id: LeadColumnId; width: number }[],
  id: LeadColumnId,
  width: number,
): ViewLayout {
  const within = Math.min(Math.max(Math.round(width), narrowestColumn), widestColumn);
  const columns = layout.columns.map((column): LaidColumn => {
    if (column.id === id) return { id, width: within };
    const now = drawn.find((each) => each.id === column.id)?.width;
    return now === undefined
      ? column
      : { id: column.id, width: Math.min(Math.round(now), widestColumn) };
  });
  return { ...layout, columns };
}
