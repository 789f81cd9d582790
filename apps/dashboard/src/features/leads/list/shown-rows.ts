// Which rows a list shows while the world goes on below it: a row that no longer matches stays, greyed,
// until the cursor moves on; rows that came in are held back while somebody reads further down.

interface Identified {
  readonly id: number;
}

export interface ShownRow<Row extends Identified> {
  readonly row: Row;
  /** It left the list meanwhile and is only kept for the cursor. */
  readonly isGone: boolean;
}

/** Where the cursor's row was when it was last in the list. */
export interface CursorPlace<Row extends Identified> {
  readonly row: Row;
  readonly index: number;
}

export function findPlace<Row extends Identified>(
  rows: readonly Row[],
  cursorId: number | undefined,
): CursorPlace<Row> | undefined {
  const index = rows.findIndex(({ id }) => id === cursorId);
  const row = rows[index];
  return row && { row, index };
}

/** The rows with the cursor's own put back where it was when it has left. */
export function keepCursorRow<Row extends Identified>(
  rows: readonly Row[],
  cursorId: number | undefined,
  lastPlace: CursorPlace<Row> | undefined,
): ShownRow<Row>[] {
  const shown = rows.map((row) => ({ row, isGone: false }));
  if (!lastPlace || lastPlace.row.id !== cursorId || findPlace(rows, cursorId)) return shown;
  return shown.toSpliced(lastPlace.index, 0, { row: lastPlace.row, isGone: true });
}

/** Rows nobody has seen yet that stand before the last one that was seen; later ones are a next page. */
export function findArrivals<Row extends Identified>(
  rows: readonly Row[],
  seen: ReadonlySet<number>,
): ReadonlySet<number> {
  const last = rows.findLastIndex(({ id }) => seen.has(id));
  const before = rows.slice(0, Math.max(last, 0));
  return new Set(before.filter(({ id }) => !seen.has(id)).map(({ id }) => id));
}
