// A small generator of chance with a seed: the same seed makes the same people, on every machine.

export interface Random {
  /** At least 0, below 1. */
  next(): number;
  /** A whole number from 0 to below `below`. */
  below(below: number): number;
  pick<T>(items: readonly T[]): T;
  /** An item by weight; weights need not add up to one. */
  weighted<T>(items: readonly (readonly [T, number])[]): T;
  chance(probability: number): boolean;
}

/** Mulberry32: 32 bits of state, good enough for made-up people. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (limit: number) => Math.floor(next() * limit);
  const pick = <T>(items: readonly T[]): T => {
    const item = items[below(items.length)];
    if (item === undefined) throw new Error("There is nothing to pick from.");
    return item;
  };
  return {
    next,
    below,
    pick,
    chance: (probability) => next() < probability,
    weighted<T>(items: readonly (readonly [T, number])[]): T {
      let point = next() * items.reduce((sum, [, weight]) => sum + weight, 0);
      for (const [item, weight] of items) {
        point -= weight;
        if (point < 0) return item;
      }
      return pick(items)[0];
    },
  };
}

export const hour = 3_600_000;

/** Some hours on, most often nearer to the fewer. */
export function later(random: Random, from: Date, fewest: number, most: number): Date {
  return new Date(from.getTime() + (fewest + random.next() ** 2 * (most - fewest)) * hour);
}
