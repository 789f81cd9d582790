// A note as its author sees it, and what every use case of notes needs: the reader for the queries'
// WHERE, and the note opened from its seals.
import type { NoteReader } from "@studydesk/db/notes/note-queries";
import type { Db } from "@studydesk/db/open-database";
import type { Row } from "@studydesk/db/schema";
import type { NoteAnchor } from "@studydesk/domain/notes/note-anchor";
import { type NoteHome, noteHomeOf } from "@studydesk/domain/notes/note-home";
import type { NoteOrigin } from "@studydesk/domain/notes/note-origin";
import { siteIdsOf, type Viewer } from "@studydesk/domain/people/viewer";
import { sha256 } from "../sha256";
import { studyScopeOf } from "../studies/study-view";
import { readFieldTexts } from "./field-text";
import type { NoteKeyring } from "./note-keyring";
import { openAtRest } from "./seal-at-rest";

export interface OpenedNote {
  id: number;
  home: NoteHome;
  body: string;
  tags: string[];
  /** Null: it is about the whole. */
  anchor: NoteAnchor | null;
  pinnedAt: string | null;
  origin: NoteOrigin;
  createdAt: string;
  updatedAt: string;
  version: number;
}

/** What became of the words that a note is about. */
export type NotePlace =
  | { state: "whole" | "same" | "gone" }
  /** The field says something else now: the browser looks where the words went. */
  | { state: "changed"; currentText: string; currentRevision: string };

export interface NoteView extends OpenedNote {
  place: NotePlace;
}

export function readerOf(viewer: Viewer): NoteReader {
  return { authorId: viewer.userId, siteIds: siteIdsOf(viewer), studies: studyScopeOf(viewer) };
}

/** Throws when what is stored was damaged, or belongs to another row. */
export function openNote(keys: NoteKeyring, note: Row<"notes">): OpenedNote {
  const { id, authorId, pinnedAt, origin, createdAt, updatedAt, version } = note;
  const home = noteHomeOf(note);
  const at = { rowId: id, authorId };
  return {
    ...{ id, home, pinnedAt, origin, createdAt, updatedAt, version },
    body: openAtRest(keys, { ...at, table: "notes", home }, note.sealedBody),
    tags: openTags(note.sealedTags, (sealed) =>
      openAtRest(keys, { ...at, table: "notes.tags" }, sealed),
    ),
    anchor: openAnchor(note.sealedAnchor, home, (sealed) =>
      openAtRest(keys, { ...at, table: "notes.anchor" }, sealed),
    ),
  };
}

/** A note's own sealed tags are JSON that was checked before it was sealed. */
export function openTags(sealed: string | null, open: (sealed: string) => string): string[] {
  return sealed === null ? [] : JSON.parse(open(sealed));
}

/** A lead's texts change over with it when it is merged: the source is the lead that the note is on now. */
function openAnchor(
  sealed: string | null,
  home: NoteHome,
  open: (sealed: string) => string,
): NoteAnchor | null {
  if (sealed === null) return null;
  const anchor: NoteAnchor = JSON.parse(open(sealed));
  return anchor.sourceType === "lead" && "leadId" in home
    ? { ...anchor, sourceId: String(home.leadId) }
    : anchor;
}

/** With what became of the words that each is about. The viewer sees what the notes hang on. */
export async function placeNotes<Note extends OpenedNote>(
  db: Db,
  viewer: Viewer,
  notes: readonly Note[],
): Promise<(Note & { place: NotePlace })[]> {
  const placed = new Map<number, NotePlace>();
  const anchored = notes.filter(({ anchor }) => anchor !== null);
  const byHome = Map.groupBy(anchored, ({ home }) => JSON.stringify(home));
  for (const same of byHome.values()) {
    const [first] = same;
    if (!first) continue;
    const paths = same.flatMap(({ anchor }) => anchor?.fieldPath ?? []);
    const texts = await readFieldTexts(db, viewer, first.home, paths);
    for (const { id, anchor } of same) {
      const current = anchor && texts.get(anchor.fieldPath);
      if (!current || current.sourceId !== anchor.sourceId) placed.set(id, { state: "gone" });
      else if (sha256(current.text) === anchor.textSha256) placed.set(id, { state: "same" });
      else {
        const { text: currentText, revision: currentRevision } = current;
        placed.set(id, { state: "changed", currentText, currentRevision });
      }
    }
  }
  return notes.map((note) => ({ ...note, place: placed.get(note.id) ?? { state: "whole" } }));
}

export async function toNoteView(
  db: Db,
  viewer: Viewer,
  keys: NoteKeyring,
  note: Row<"notes">,
): Promise<NoteView> {
  const opened = openNote(keys, note);
  const [placed] = await placeNotes(db, viewer, [opened]);
  return placed ?? { ...opened, place: { state: "whole" } };
}
