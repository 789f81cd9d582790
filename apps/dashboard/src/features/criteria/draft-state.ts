// What is typed in a draft, beside what the server last had of it: pure steps from one state to the next, so
// that no answer of the server can take a word away.

import type { SavedDraft } from "./criteria-types";
import { type DraftEntry, toEntries, wordsOf } from "./draft-entries";
import { readKept } from "./kept-draft";
import { type Clash, mergeDrafts } from "./merge-drafts";

export interface DraftState {
  /** Of the server's draft that `base` is. */
  readonly revision: number;
  readonly base: readonly DraftEntry[];
  readonly entries: readonly DraftEntry[];
  readonly clashes: readonly Clash[];
}

export function openDraft(saved: SavedDraft, kept = ""): DraftState {
  const entries = toEntries(saved.criteria);
  const fresh = { revision: saved.revision, base: entries, entries, clashes: [] };
  const typed = readKept(kept);
  return typed ? hear(typed, saved) : fresh;
}

export function isChanged({ base, entries }: DraftState): boolean {
  return wordsOf(base) !== wordsOf(entries);
}

/** The server has another draft, of somebody else. */
export function hear(state: DraftState, saved: SavedDraft): DraftState {
  if (saved.revision <= state.revision) return state;
  const theirs = withKeysOf(state.entries, toEntries(saved.criteria));
  const merged = mergeDrafts({ base: state.base, mine: state.entries, theirs });
  const known = merged.clashes.map(({ key }) => key);
  const open = state.clashes.filter(({ key }) => !known.includes(key));
  return {
    revision: saved.revision,
    base: theirs,
    entries: merged.entries,
    clashes: [...open, ...merged.clashes],
  };
}

/** Our own save came through: new criteria have their numbers now; what was typed meanwhile stays typed. */
export function takeSaved(
  state: DraftState,
  sent: readonly DraftEntry[],
  saved: SavedDraft,
): DraftState {
  const base = toEntries(saved.criteria).map((entry, at) => ({
    ...entry,
    key: sent[at]?.key ?? entry.key,
  }));
  const lineIds = new Map(base.map(({ key, lineId }) => [key, lineId]));
  // As typed, blanks and all: whoever is between two words is not robbed of the space.
  const entries = state.entries.map((entry) => ({
    ...entry,
    lineId: lineIds.get(entry.key) ?? entry.lineId,
  }));
  return { ...state, revision: saved.revision, base, entries };
}

export function settleClash(state: DraftState, key: string, takes: "mine" | "theirs"): DraftState {
  const clash = state.clashes.find((each) => each.key === key);
  const clashes = state.clashes.filter((each) => each !== clash);
  if (!clash || takes === "mine") return { ...state, clashes };
  const { theirs } = clash;
  const entries = state.entries.flatMap((entry) => {
    if (entry.key !== key) return [entry];
    return theirs ? [{ ...theirs, key }] : [];
  });
  return { ...state, entries, clashes };
}

/** What was typed in a draft that was published meanwhile, as a start in the next one. */
export function carryOver(kept: string): string {
  const typed = readKept(kept);
  return typed ? JSON.stringify({ ...typed, revision: 0 }) : "";
}

/** A draft that was put aside, as changes to the one begun in its place. */
export function bringBack({ entries }: Pick<DraftState, "entries">, saved: SavedDraft): string {
  return keepWords({ ...openDraft(saved), entries });
}

/** For the tab's memory; nothing where there is nothing to lose. */
export function keepWords(state: DraftState): string {
  return isChanged(state) ? JSON.stringify(state) : "";
}

/** Whoever is on the screen already keeps the name that its fields have. */
function withKeysOf(known: readonly DraftEntry[], entries: readonly DraftEntry[]): DraftEntry[] {
  const keys = new Map(known.map(({ lineId, key }) => [lineId, key]));
  return entries.map((entry) => ({ ...entry, key: keys.get(entry.lineId) ?? entry.key }));
}
