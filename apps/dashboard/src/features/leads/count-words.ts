// Numbers beside views: the server counts no further than this.
const mostCounted = 10_000;

export function countWords(count: number): string {
  return count >= mostCounted ? "10,000+" : count.toLocaleString("en");
}
