// Copies of private notes beside a candidate's review, opened for those who may read them: the investigators
// of the site, on the candidate's page, and each author their own.
import type { LeadRecord } from "@studydesk/db/leads/lead-record";
import type { Db } from "@studydesk/db/open-database";
import {
  listAttachedNotes,
  type StoredAttachedNote,
} from "@studydesk/db/reviews/attached-note-queries";
import type { Viewer } from "@studydesk/domain/people/viewer";
import { type AttachedContent, attachedContent } from "@studydesk/domain/reviews/attached-note";
import type { Deps } from "../deps";
import { getLead } from "../leads/save-lead";
import type { NoteKeyring } from "../notes/note-keyring";
import { openAtRest } from "../notes/seal-at-rest";
import { sha256 } from "../sha256";

export interface AttachedNoteView {
  id: number;
  /** Null: it is damaged, or not what it was when it was laid there. */
  content: Omit<AttachedContent, "salt"> | null;
}

export interface OwnAttachedNote extends AttachedNoteView {
  /** Null: the note itself was deleted; the copy stays. */
  noteId: number | null;
  attachedAt: string;
  /** Nothing is decided yet: it can be taken back. */
  isOpen: boolean;
}

/** For whoever may read the candidate's page. */
export async function readAttachedNotes(
  db: Db,
  keys: NoteKeyring,
  leadId: number,
): Promise<AttachedNoteView[]> {
  return (await listAttachedNotes(db, leadId)).map((row) => open(keys, row));
}

/** The viewer's own. Throws not_found for a lead of another site. */
export async function readOwnAttachedNotes(
  { db, noteKeys }: Pick<Deps, "db" | "noteKeys">,
  viewer: Viewer,
  leadId: number,
): Promise<OwnAttachedNote[]> {
  const lead = await getLead(db, viewer, leadId);
  const rows = await listAttachedNotes(db, leadId, { authorId: viewer.userId });
  return rows.map((row) => ({
    ...open(noteKeys, row),
    ...{ noteId: row.noteId, attachedAt: row.attachedAt, isOpen: isStillOpen(row, lead) },
  }));
}

/** A review that was decided and came back to the investigator waits as it did before. */
export function isStillOpen(
  { reviewId, decision }: StoredAttachedNote,
  lead: Pick<LeadRecord, "status" | "reviewId">,
): boolean {
  return decision === null || (lead.status === "investigator_review" && lead.reviewId === reviewId);
}

function open(keys: NoteKeyring, row: StoredAttachedNote): AttachedNoteView {
  const { id, authorId, sealedContent, contentSha256 } = row;
  try {
    const text = openAtRest(keys, { table: "attachedNotes", rowId: id, authorId }, sealedContent);
    if (sha256(text) !== contentSha256) return { id, content: null };
    const { salt: _, ...content } = attachedContent.parse(JSON.parse(text));
    return { id, content };
  } catch {
    // The page goes on without it and says so.
    return { id, content: null };
  }
}
