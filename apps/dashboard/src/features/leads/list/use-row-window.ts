// Draws only the rows in sight, all of one height. The cursor's row is always among them, so that the
// focus on it is never lost to scrolling.
import { defaultRangeExtractor, type Range, useVirtualizer } from "@tanstack/react-virtual";
import { type RefObject, useCallback, useEffect, useLayoutEffect, useReducer } from "react";

interface RowWindow {
  scroller: RefObject<HTMLElement | null>;
  count: number;
  rowHeight: number;
  /** Height of what sticks to the top of the scroller. */
  headHeight: number;
  /** -1: nowhere. */
  cursorIndex: number;
  onNearEnd: () => void;
}

export function useRowWindow(rows: RowWindow) {
  "use no memo";
  const { scroller, count, rowHeight, headHeight, cursorIndex, onNearEnd } = rows;
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

  const items = virtualizer.getVirtualItems();
  const lastInSight = virtualizer.range?.endIndex ?? 0;
  const isNearEnd = count > 0 && lastInSight >= count - 20;
  useEffect(() => {
    if (isNearEnd) onNearEnd();
  }, [isNearEnd, onNearEnd]);

  const scrollTo = useCallback((index: number) => virtualizer.scrollToIndex(index), [virtualizer]);
  return { items, totalHeight: virtualizer.getTotalSize(), scrollTo };
}
