// What differs between two versions of a study's criteria, line by line: what has to be asked again, what
// is merely worded or placed otherwise.
import { type AskedCriterion, asksTheSame } from "./criterion";

export type VersionChangeKind = "added" | "removed" | "changed" | "wording" | "moved";

export interface VersionChange {
  readonly lineId: number;
  /** `changed`: answers to the one are no answers to the other. `wording`: so is asked, costs, or is doubted. */
  readonly change: VersionChangeKind;
  readonly before: AskedCriterion | null;
  readonly after: AskedCriterion | null;
}

/** In the order of the later version; what was removed stands at the end. */
export function diffVersions(
  before: readonly AskedCriterion[],
  after: readonly AskedCriterion[],
): VersionChange[] {
  const earlier = new Map(before.map((criterion) => [criterion.lineId, criterion]));
  const later = new Map(after.map((criterion) => [criterion.lineId, criterion]));
  const inPlace = keptInOrder(
    before.map(({ lineId }) => lineId).filter((lineId) => later.has(lineId)),
    after.map(({ lineId }) => lineId).filter((lineId) => earlier.has(lineId)),
  );
  const changes: VersionChange[] = [];
  for (const now of after) {
    const { lineId } = now;
    const was = earlier.get(lineId);
    if (!was) changes.push({ lineId, change: "added", before: null, after: now });
    else if (!asksTheSame(was, now)) {
      changes.push({ lineId, change: "changed", before: was, after: now });
    } else if (!isAskedAlike(was, now)) {
      changes.push({ lineId, change: "wording", before: was, after: now });
    } else if (!inPlace.has(lineId)) {
      changes.push({ lineId, change: "moved", before: was, after: now });
    }
  }
  for (const was of before) {
    if (later.has(was.lineId)) continue;
    changes.push({ lineId: was.lineId, change: "removed", before: was, after: null });
  }
  return changes;
}

function isAskedAlike(one: AskedCriterion, other: AskedCriterion): boolean {
  return (
    one.wording === other.wording &&
    one.cost === other.cost &&
    one.doubt?.kind === other.doubt?.kind &&
    one.doubt?.sentence === other.doubt?.sentence
  );
}

/** The most lines that stand in the same order on both sides: whatever is not among them was moved. */
function keptInOrder(before: readonly number[], after: readonly number[]): Set<number> {
  const placeBefore = new Map(before.map((lineId, place) => [lineId, place]));
  const chains: { lineId: number; place: number; length: number; previous: number }[] = [];
  for (const lineId of after) {
    const place = placeBefore.get(lineId) ?? 0;
    let previous = -1;
    for (const [index, chain] of chains.entries()) {
      if (chain.place < place && chain.length > (chains[previous]?.length ?? 0)) previous = index;
    }
    chains.push({ lineId, place, length: (chains[previous]?.length ?? 0) + 1, previous });
  }
  const longest = Math.max(0, ...chains.map(({ length }) => length));
  const kept = new Set<number>();
  let at = chains.findIndex(({ length }) => length === longest);
  for (let chain = chains[at]; chain; chain = chains[at]) {
    kept.add(chain.lineId);
    at = chain.previous;
  }
  return kept;
}
