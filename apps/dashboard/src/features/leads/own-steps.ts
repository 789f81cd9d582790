// Two quick changes by the same person are no conflict: the second was decided on what the first one
// foresaw. This remembers which version a change of our own led to. A step of somebody else is not in
// it, so the server still refuses what was decided on a sight that had become old.

export interface OwnSteps {
  /** After a change of ours was accepted. */
  remember(leadId: number, from: number, to: number): void;
  /** The version that the seen one has become through our own changes alone. */
  follow(leadId: number, seen: number): number;
}

export function createOwnSteps(): OwnSteps {
  const steps = new Map<string, number>();
  return {
    remember(leadId, from, to) {
      if (to > from) steps.set(`${leadId}:${from}`, to);
    },
    follow(leadId, seen) {
      let version = seen;
      for (;;) {
        const next = steps.get(`${leadId}:${version}`);
        if (next === undefined) return version;
        version = next;
      }
    },
  };
}

export const ownSteps = createOwnSteps();
