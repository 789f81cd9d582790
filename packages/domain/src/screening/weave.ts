// Two orders of criteria made one: the first holds, and what only the second has comes behind the one that it
// follows there.
import type { CriterionKind } from "../studies/criteria";

export function weave<T extends { kind: CriterionKind }>(
  first: readonly T[],
  second: readonly T[],
): T[] {
  const woven = [...first];
  let previous: T | undefined;
  for (const one of second) {
    if (!woven.includes(one)) woven.splice(placeFor(woven, one, previous), 0, one);
    previous = one;
  }
  return woven;
}

/** Never amid the other kind: what has no one of its own before it leads its kind. */
function placeFor<T extends { kind: CriterionKind }>(
  woven: readonly T[],
  one: T,
  previous: T | undefined,
): number {
  if (previous?.kind === one.kind) return woven.indexOf(previous) + 1;
  const leading = woven.findIndex(({ kind }) => kind === one.kind);
  return leading < 0 ? woven.length : leading;
}
