// The note whose words somebody wants to see, until they are on the screen: they may stand on another tab, on a
// later page of it or on another screen.
import { createContext, useSyncExternalStore } from "react";
import type { Note } from "../note-types";

/** From a note to its words; undefined where they are on no screen near. */
export const ShowPlace = createContext<((note: Note) => void) | undefined>(undefined);

/** Who went on to something else is not called back. */
const patienceMs = 30_000;

let wanted: { noteId: number; since: number } | undefined;
const listeners = new Set<() => void>();

export function wantPlace(noteId: number | undefined): void {
  wanted = noteId === undefined ? undefined : { noteId, since: performance.now() };
  for (const tell of listeners) tell();
}

export function useWantedPlace(): number | undefined {
  return useSyncExternalStore(subscribe, read);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function read(): number | undefined {
  return wanted && performance.now() - wanted.since < patienceMs ? wanted.noteId : undefined;
}
