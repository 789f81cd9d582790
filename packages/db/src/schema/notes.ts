// Private notes: what somebody wrote is sealed in every column that holds a word of it.
import type { NoteOrigin } from "@studydesk/domain/notes/note-origin";
import type { ColumnType, Generated } from "kysely";
import type { Fixed } from "./columns";

interface NotesTable {
  id: Generated<number>;
  authorId: Fixed<string>;
  /** A note hangs on a lead or on a study: one of the two is null. */
  leadId: number | null;
  /** AES-256-GCM under the installation's key: key id, iv, ciphertext and tag. */
  sealedBody: string;
  createdAt: Fixed<string>;
  updatedAt: string;
  version: Generated<number>;
  studyId: Fixed<number | null>;
  /** The words it is about, and where they stand; sealed. Null: on the whole. */
  sealedAnchor: string | null;
  /** Sealed, a JSON list. */
  sealedTags: string | null;
  pinnedAt: string | null;
  origin: ColumnType<NoteOrigin, NoteOrigin | undefined, never>;
}

/** How a note read before an edit. */
interface NoteVersionsTable {
  id: Generated<number>;
  noteId: Fixed<number>;
  version: Fixed<number>;
  sealedBody: string;
  sealedTags: string | null;
  /** When it was written so. */
  at: Fixed<string>;
}

/** What was typed and not kept yet. */
interface NoteDraftsTable {
  id: Generated<number>;
  authorId: Fixed<string>;
  leadId: number | null;
  studyId: Fixed<number | null>;
  sealedDraft: string;
  updatedAt: string;
}

/** A copy of a note that its author laid beside a review, for the site's investigators. */
interface AttachedNotesTable {
  id: Generated<number>;
  reviewId: Fixed<number>;
  leadId: number;
  authorId: Fixed<string>;
  noteId: number | null;
  sealedContent: string;
  contentSha256: Fixed<string>;
  attachedAt: Fixed<string>;
}

interface NoteKeysTable {
  id: Fixed<string>;
  checkSha256: Fixed<string>;
  firstUsedAt: Fixed<string>;
  /** Nothing is sealed under it any more. */
  retiredAt: string | null;
}

export interface NoteTables {
  notes: NotesTable;
  noteVersions: NoteVersionsTable;
  noteDrafts: NoteDraftsTable;
  attachedNotes: AttachedNotesTable;
  noteKeys: NoteKeysTable;
}
