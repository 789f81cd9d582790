// The rows that the list shows: the pages around what is in sight, what came in meanwhile held back, the
// cursor's own row kept.
import { useCallback, useMemo, useState } from "react";
import type { LeadQuestion, LeadRow } from "../lead-types";
import {
  type CursorPlace,
  findArrivals,
  findPlace,
  keepCursorRow,
  type ShownRow,
} from "./shown-rows";
import { type RowRange, useLeadPages } from "./use-lead-pages";

export type ShownLead = ShownRow<LeadRow>;
export type LeadListState = ReturnType<typeof useLeadList>;

interface Place {
  /** Rows may shift only while nobody reads further down. */
  isAtTop: boolean;
  cursorId: number | undefined;
}

interface Rows {
  readonly shown: readonly ShownLead[];
  /** Where the first of them stands in the whole list. */
  readonly base: number;
  /** How many rows the list has room for; those that are not among `shown` are not loaded. */
  readonly count: number;
}

interface Sight {
  /** Which question the rows answer. */
  readonly question: string;
  readonly pages: ReadonlySet<number>;
  readonly seen: ReadonlySet<number>;
  /** The cursor's row, and where it stood in the whole list. */
  readonly cursor: CursorPlace<LeadRow> | undefined;
  /** Leads that came in by themselves at the top, for the ear. */
  readonly cameIn: number;
  readonly rows: Rows;
}

const none: ReadonlySet<number> = new Set();
const noRows: Rows = { shown: [], base: 0, count: 0 };
const nothingSeen: Sight = {
  question: "",
  pages: none,
  seen: none,
  cursor: undefined,
  cameIn: 0,
  rows: noRows,
};

/** Undefined: what to ask is not known yet. */
export function useLeadList(question: LeadQuestion | undefined, { isAtTop, cursorId }: Place) {
  const [range, setRange] = useState<RowRange>([0, 0]);
  // By twenties: which pages to load does not change with every row that is scrolled by.
  const onRange = useCallback((firstRow: number, lastRow: number) => {
    const first = Math.floor(firstRow / 20) * 20;
    const last = Math.ceil(lastRow / 20) * 20;
    setRange((now) => (now[0] === first && now[1] === last ? now : [first, last]));
  }, []);
  const list = useLeadPages(question, range);
  const { key, loaded, base, pages, isPending, error } = list;
  const [sight, setSight] = useState(nothingSeen);
  const isSameList = sight.question === key;

  const known = useMemo(() => {
    if (!isSameList) return new Set(loaded.map(({ row }) => row.id));
    // A page that comes into sight holds nothing new, only what was not looked at.
    const further = loaded.filter(({ page }) => !sight.pages.has(page));
    return new Set([...sight.seen, ...further.map(({ row }) => row.id)]);
  }, [isSameList, loaded, sight.pages, sight.seen]);
  const rows = useMemo(() => loaded.map(({ row }) => row), [loaded]);
  const unseen = useMemo(() => findArrivals(rows, known), [rows, known]);
  const held = isAtTop ? none : unseen;
  const settled = useMemo(
    () => (held.size === 0 ? rows : rows.filter(({ id }) => !held.has(id))),
    [rows, held],
  );

  const found = findPlace(settled, cursorId);
  const place = found && { row: found.row, index: base + found.index };
  const lastCursor = isSameList && sight.cursor?.row.id === cursorId ? sight.cursor : undefined;
  const cursor = place ?? lastCursor;
  // Further away than what is loaded it has not left: it is only out of sight.
  const gap = (cursor?.index ?? -1) - base;
  const isInSight =
    gap >= 0 && (gap < settled.length || (list.isComplete && gap === settled.length));
  const kept = cursor && isInSight ? cursor.row : undefined;
  const shown = useMemo(
    () => keepCursorRow(settled, cursorId, kept && { row: kept, index: gap }),
    [settled, cursorId, kept, gap],
  );
  const count = Math.max(list.count, base + shown.length);
  const isReady = !isPending && question !== undefined && (loaded.length > 0 || list.isComplete);
  const isNew =
    !isSameList ||
    pages.length !== sight.pages.size ||
    pages.some((page) => !sight.pages.has(page)) ||
    settled.some(({ id }) => !sight.seen.has(id));
  const hasMoved =
    cursor?.row !== sight.cursor?.row ||
    cursor?.index !== sight.cursor?.index ||
    shown !== sight.rows.shown ||
    count !== sight.rows.count;
  if (isReady && (isNew || hasMoved)) {
    setSight({
      question: key,
      pages: isNew ? new Set(pages) : sight.pages,
      // Only what is loaded: what was let go comes back as a page that comes into sight.
      seen: isNew ? new Set(settled.map(({ id }) => id)) : sight.seen,
      cursor,
      cameIn: isNew && isSameList ? unseen.size - held.size : sight.cameIn,
      rows: { shown, base, count },
    });
  }

  // Until a new question is answered, what the last one gave stays, dimmed.
  const isPlaceholder = !isReady && error === null && sight.rows !== noRows;
  return {
    ...(isReady ? { shown, base, count } : isPlaceholder ? sight.rows : noRows),
    /** Where the cursor's row stands in the whole list; -1: nowhere. */
    cursorIndex: isReady ? (cursor?.index ?? -1) : -1,
    cursorRow: cursor?.row,
    hasMore: isReady && !list.isComplete,
    isComplete: list.isComplete,
    isPending: !isReady && !isPlaceholder && error === null,
    isPlaceholder,
    isFetching: list.isFetching,
    error,
    retry: list.retry,
    heldCount: held.size,
    cameIn: sight.cameIn,
    onRange,
  };
}
