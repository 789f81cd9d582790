// Where each page of a list begins, as far as somebody has read. Pages out of sight are let go, and come
// back by where they began: so a list of 100,000 leads costs no more than the part that is looked at.
export const pageSize = 100;

export interface LeadTrail {
  /** What opens page p, by the server; "" the first. */
  readonly cursors: readonly string[];
  /** How many rows there are, once the end was reached. */
  readonly end: number | undefined;
}

export const startOfTrail: LeadTrail = { cursors: [""], end: undefined };

interface LoadedPage {
  readonly rows: readonly unknown[];
  readonly nextCursor: string | null;
}

/** The trail with what this page says about the next one; the same object when it says nothing new. */
export function followTrail(trail: LeadTrail, page: number, loaded: LoadedPage): LeadTrail {
  const { cursors, end } = trail;
  if (page >= cursors.length) return trail;
  if (loaded.nextCursor === null) {
    const last = page * pageSize + loaded.rows.length;
    if (end === last && cursors.length === page + 1) return trail;
    return { cursors: cursors.slice(0, page + 1), end: last };
  }
  // It goes on behind what was the end.
  const isLonger = end !== undefined && end <= (page + 1) * pageSize && cursors.length === page + 1;
  if (cursors[page + 1] === loaded.nextCursor && !isLonger) return trail;
  return {
    cursors: cursors.toSpliced(page + 1, 1, loaded.nextCursor),
    end: isLonger ? undefined : end,
  };
}

/** Rows that the list has room for: all that are known, until the end is. */
export function rowsOnTrail({ cursors, end }: LeadTrail): number {
  return end ?? (cursors.length - 1) * pageSize;
}

/** The pages around what is in sight, and the next one when the end of what is known comes near. */
export function pagesInSight(trail: LeadTrail, first: number, last: number): number[] {
  const margin = 40;
  const from = Math.max(0, Math.floor((first - margin) / pageSize));
  const to = Math.floor((last + margin) / pageSize);
  const known = trail.cursors.length - 1;
  const start = Math.min(from, known);
  const end = Math.max(start, Math.min(to, known));
  return Array.from({ length: end - start + 1 }, (_, index) => start + index);
}
