// What can go into one share: notes on studies, and on one person at most.
import type { MyNote } from "./use-my-notes";

export function arePeopleMixed(notes: readonly MyNote[]): boolean {
  return new Set(notes.flatMap(({ home }) => ("leadId" in home ? [home.leadId] : []))).size > 1;
}
