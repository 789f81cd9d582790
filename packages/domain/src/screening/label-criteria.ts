// Numbers criteria as they stand: inclusions I1, I2…, exclusions E1, E2…, anew in each version.
import type { CriterionKind } from "../studies/criteria";

export function labelCriteria<T extends { kind: CriterionKind }>(
  criteria: readonly T[],
): (T & { label: string })[] {
  const counted = { inclusion: 0, exclusion: 0 };
  return criteria.map((criterion) => {
    counted[criterion.kind] += 1;
    const letter = criterion.kind === "inclusion" ? "I" : "E";
    return { ...criterion, label: `${letter}${counted[criterion.kind]}` };
  });
}
