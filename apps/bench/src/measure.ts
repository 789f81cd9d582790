// Times of one thing done many times: the middle one, and the one that 95 of 100 stay below.
export interface Times {
  p50: number;
  p95: number;
}

/**
 * In milliseconds. The first tenth warms up and does not count, nor does what `prepare` does before each.
 */
export async function measure(
  times: number,
  work: () => Promise<unknown>,
  prepare: () => Promise<void> = async () => {},
): Promise<Times> {
  const taken: number[] = [];
  for (let done = 0; done < times; done += 1) {
    await prepare();
    const startedAt = performance.now();
    await work();
    taken.push(performance.now() - startedAt);
  }
  const sorted = taken.slice(Math.floor(times / 10)).toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.floor((sorted.length - 1) * share)] ?? 0;
  return { p50: at(0.5), p95: at(0.95) };
}

export function timesLine(what: string, { p50, p95 }: Times): string {
  return `${what.padEnd(56)} p50 ${p50.toFixed(2).padStart(7)} ms   p95 ${p95.toFixed(2).padStart(7)} ms\n`;
}

export function bytesLine(what: string, bytes: number): string {
  return `${what.padEnd(56)} ${(bytes / 1000).toFixed(1).padStart(7)} kB\n`;
}
