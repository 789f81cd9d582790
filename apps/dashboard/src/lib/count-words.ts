// Numbers of leads: the server counts no further than this.
const mostCounted = 10_000;

/** "1,204", and "10,000+" for what was not counted to its end. */
export function countWords(count: number, isCapped = count >= mostCounted): string {
  return `${count.toLocaleString("en")}${isCapped ? "+" : ""}`;
}
