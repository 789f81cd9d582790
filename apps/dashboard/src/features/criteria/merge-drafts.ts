// Two people at one draft: what only one of them touched is taken from that one; what both changed stays as
// it was typed here, with theirs beside it until somebody says which.
import { type DraftEntry, isSameEntry } from "./draft-entries";

export interface Clash {
  key: string;
  /** Null: they removed it. */
  theirs: DraftEntry | null;
}

export interface Merged {
  entries: DraftEntry[];
  clashes: Clash[];
}

interface Sides {
  /** As both began. */
  base: readonly DraftEntry[];
  mine: readonly DraftEntry[];
  theirs: readonly DraftEntry[];
}

export function mergeDrafts({ base, mine, theirs }: Sides): Merged {
  const clashes: Clash[] = [];
  const choose = (entry: DraftEntry): DraftEntry | undefined => {
    if (entry.lineId === null) return entry;
    const before = find(base, entry);
    const here = find(mine, entry);
    const there = find(theirs, entry);
    if (!here) return isTouched(before, there) ? there : undefined;
    if (!isTouched(before, here)) return there ? { ...there, key: here.key } : undefined;
    const isClash = there ? isTouched(before, there) && !isSameEntry(there, here) : true;
    if (isClash) clashes.push({ key: here.key, theirs: there ?? null });
    return here;
  };
  const order = isReordered(base, mine) ? weave(mine, theirs) : weave(theirs, mine);
  return { entries: order.flatMap((entry) => choose(entry) ?? []), clashes };
}

function find(entries: readonly DraftEntry[], { lineId }: DraftEntry): DraftEntry | undefined {
  return entries.find((entry) => entry.lineId === lineId);
}

/** Whether it is not as both began, having come since included. */
function isTouched(before: DraftEntry | undefined, now: DraftEntry | undefined): boolean {
  if (!before || !now) return before !== now;
  return !isSameEntry(before, now);
}

function isReordered(base: readonly DraftEntry[], mine: readonly DraftEntry[]): boolean {
  const common = mine.filter((entry) => entry.lineId !== null && find(base, entry));
  const before = base.filter((entry) => find(common, entry));
  return common.some(({ lineId }, at) => lineId !== before[at]?.lineId);
}

/** The first one's order, with what only the other has behind the one that it stood behind there. */
function weave(leading: readonly DraftEntry[], other: readonly DraftEntry[]): DraftEntry[] {
  const woven = [...leading];
  const placeOf = (wanted: DraftEntry) =>
    woven.findIndex((entry) =>
      wanted.lineId === null ? entry.key === wanted.key : entry.lineId === wanted.lineId,
    );
  other.forEach((entry, at) => {
    if (placeOf(entry) >= 0) return;
    const before = other[at - 1];
    woven.splice(before ? placeOf(before) + 1 : 0, 0, entry);
  });
  return woven;
}
