// Draws only the rows in sight, all of one height. The cursor's row is always among them, so that the
// focus on it is never lost to scrolling; what is in sight stays where it is when rows come or go above.
import { defaultRangeExtractor, type Range, useVirtualizer } from "@tanstack/react-virtual";
import { type RefObject, useCallback, useEffect, useLayoutEffect, useReducer, useRef } from "react";
import type { LeadListState } from "./use-lead-list";

interface RowWindow {
  scroller: RefObject<HTMLElement | null>;
  list: LeadListState;
  cursorId: number | undefined;
  rowHeight: number;
  /** Height of what sticks to the top of the scroller. */
  headHeight: number;
}

export function useRowWindow({ scroller, list, cursorId, rowHeight, headHeight }: RowWindow) {
  "use no memo";
  const { shown, base, count, cursorIndex, onRange } = list;
  const rangeExtractor = useCallback(
    (range: Range) => {
      const inSight = defaultRangeExtractor(range);
      if (cursorIndex < 0 || cursorIndex >= range.count || inSight.includes(cursorIndex)) {
        return inSight;
      }
      return [...inSight, cursorIndex].toSorted((a, b) => a - b);
    },
    [cursorIndex],
  );
  const virtualizer = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    scrollMargin: headHeight,
    scrollPaddingStart: headHeight,
    overscan: 12,
    rangeExtractor,
  });

  // Rows that are known at once are drawn before the element they scroll in is: look again when it is.
  const [, lookAgain] = useReducer((looks: number) => looks + 1, 0);
  useLayoutEffect(() => lookAgain(), []);
  useLayoutEffect(() => virtualizer.measure(), [virtualizer, rowHeight]);

  const items = virtualizer.getVirtualItems();
  const first = virtualizer.range?.startIndex ?? 0;
  const last = virtualizer.range?.endIndex ?? 0;
  useEffect(() => onRange(first, last), [onRange, first, last]);

  // The row at the top of what is in sight, and where it stood.
  const anchor = useRef<{ id: number; index: number } | undefined>(undefined);
  useLayoutEffect(() => {
    const before = anchor.current;
    const element = scroller.current;
    const now = before ? shown.findIndex(({ row }) => row.id === before.id) : -1;
    if (!before || now < 0 || !element || element.scrollTop < 4) return;
    const moved = base + now - before.index;
    if (moved !== 0) element.scrollTop += moved * rowHeight;
  }, [shown, base, rowHeight, scroller]);
  useLayoutEffect(() => {
    const top = shown[first - base];
    anchor.current = top && { id: top.row.id, index: first };
  });

  const scrollTo = useCallback((index: number) => virtualizer.scrollToIndex(index), [virtualizer]);
  // Follows the cursor when it moves, not when rows move under it.
  useEffect(() => {
    if (cursorIndex >= 0) scrollTo(cursorIndex);
  }, [cursorId]);

  return { items, totalHeight: virtualizer.getTotalSize() };
}
