// How large a test of faults is: small beside all other tests, whole by `pnpm faults`. Each prints what it saw.
export const isFull = process.env.FAULTS === "full";

export function sized<T>(short: T, full: T): T {
  return isFull ? full : short;
}

/** One line, whole numbers and words alone. */
export function tell(title: string, figures: Record<string, string | number>): void {
  const words = Object.entries(figures).map(([name, figure]) => `${name} ${figure}`);
  process.stdout.write(`figures │ ${title}: ${words.join(", ")}\n`);
}

export function percentile(times: readonly number[], share: number): number {
  const sorted = times.toSorted((a, b) => a - b);
  return Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0);
}
