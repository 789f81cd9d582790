// All notes of the viewer in one place, searched and narrowed. They are sealed and no index of their words
// exists: they are opened one after the other, newest first, and nothing of them is kept.
import { listHomeTitles } from "@studydesk/db/notes/note-home-queries";
import type { Row } from "@studydesk/db/schema";
import { foldText } from "@studydesk/domain/leads/fold-name";
import type { ListMineInput } from "@studydesk/domain/notes/note-inputs";
import { isSameTag } from "@studydesk/domain/notes/note-tags";
import type { Viewer } from "@studydesk/domain/people/viewer";
import type { Deps } from "../deps";
import { lookThroughNotes } from "./look-through-notes";
import type { NoteKeyring } from "./note-keyring";
import { type NoteView, type OpenedNote, openNote, placeNotes } from "./note-view";

const pageSize = 30;
/** Looking at what became of their words asks the database, lead by lead. */
const mostPlaced = 300;

export interface MyNote extends NoteView {
  /** The lead's name, or the study's title. */
  homeTitle: string;
  /** Null: of a study. */
  siteName: string | null;
}

export interface MyNotesPage {
  rows: MyNote[];
  /** There may be more: a page can be short, or empty, and not the last. */
  nextCursor: number | null;
  /** On the first page: of the newest notes that one search opens, the most used first. */
  tags?: { tag: string; count: number }[];
}

export async function readMine(
  { db, noteKeys }: Pick<Deps, "db" | "noteKeys">,
  viewer: Viewer,
  { cursor, ...wanted }: ListMineInput,
): Promise<MyNotesPage> {
  const beforeId = cursor ?? undefined;
  const opened: OpenedNote[] = [];
  const chosen: OpenedNote[] = [];
  // Where the next page goes on: undefined once all were looked at.
  let lookedUntil: { id: number } | undefined;
  for await (const { notes, isLast } of lookThroughNotes(db, viewer, { beforeId })) {
    const some = notes.flatMap((note) => openIfWhole(noteKeys, note));
    opened.push(...some);
    chosen.push(...some.filter((note) => fits(note, wanted)));
    lookedUntil = isLast ? undefined : notes.at(-1);
  }
  const found: NoteView[] = [];
  let after = 0;
  while (after < Math.min(chosen.length, mostPlaced) && found.length < pageSize) {
    const some = chosen.slice(after, after + pageSize - found.length);
    after += some.length;
    const placed = await placeNotes(db, viewer, some);
    found.push(...placed.filter(({ place }) => wanted.only !== "changed" || isChanged(place)));
  }
  const last = after < chosen.length ? chosen[after - 1] : lookedUntil;
  const titles = await listHomeTitles(
    db,
    found.map(({ home }) => home),
  );
  return {
    rows: found.map((note) => ({ ...note, ...titles(note.home) })),
    nextCursor: last?.id ?? null,
    ...(beforeId === undefined ? { tags: countTags(opened) } : {}),
  };
}

/** A damaged note is told of where it is read; the others are shown without it. */
function openIfWhole(keys: NoteKeyring, note: Row<"notes">): OpenedNote[] {
  try {
    return [openNote(keys, note)];
  } catch {
    return [];
  }
}

function fits(note: OpenedNote, { search, tag, only }: Omit<ListMineInput, "cursor">): boolean {
  if (only === "pinned" && note.pinnedAt === null) return false;
  if (only === "changed" && note.anchor === null) return false;
  if (tag !== undefined && !note.tags.some((each) => isSameTag(each, tag))) return false;
  const words = foldText(search ?? "").split(" ");
  const text = foldText([note.body, note.anchor?.exact ?? "", ...note.tags].join("\n"));
  return words.every((word) => text.includes(word));
}

function isChanged({ state }: NoteView["place"]): boolean {
  return state === "changed" || state === "gone";
}

function countTags(notes: readonly OpenedNote[]): { tag: string; count: number }[] {
  const counts = new Map<string, { tag: string; count: number }>();
  for (const tag of notes.flatMap(({ tags }) => tags)) {
    const counted = counts.get(foldText(tag)) ?? { tag, count: 0 };
    counted.count += 1;
    counts.set(foldText(tag), counted);
  }
  return [...counts.values()].sort((a, b) => b.count - a.count || (a.tag < b.tag ? -1 : 1));
}
