// What an author typed and did not keep yet, sealed like a note: it is there again in another browser.
import {
  deleteNoteDraft,
  findNoteDraft,
  saveNoteDraft,
} from "@studydesk/db/notes/note-draft-queries";
import { inTransaction } from "@studydesk/db/open-database";
import { DomainError } from "@studydesk/domain/errors";
import type {
  NoteDraft,
  ReadDraftInput,
  SaveDraftInput,
} from "@studydesk/domain/notes/note-inputs";
import type { Viewer } from "@studydesk/domain/people/viewer";
import { getHomeToRead, getHomeToWriteOn } from "./note-home-access";
import { openAtRest, sealAtRest } from "./seal-at-rest";
import type { NoteDeps } from "./write-note";

/** Null: nothing was typed, or it was kept since. */
export async function readDraft(
  { db, noteKeys }: Pick<NoteDeps, "db" | "noteKeys">,
  viewer: Viewer,
  { home }: ReadDraftInput,
): Promise<NoteDraft | null> {
  await getHomeToRead(db, viewer, home);
  const authorId = viewer.userId;
  const draft = await findNoteDraft(db, { authorId, home });
  if (!draft) return null;
  const place = { table: "noteDrafts", rowId: draft.id, authorId } as const;
  // Checked before it was sealed.
  return JSON.parse(openAtRest(noteKeys, place, draft.sealedDraft));
}

/** Over the one before; null takes it away. What somebody else typed in this browser is not the viewer's. */
export async function saveDraft(
  { db, now, noteKeys }: NoteDeps,
  viewer: Viewer,
  { home, draft, authorId: typedBy = viewer.userId }: SaveDraftInput,
): Promise<void> {
  const at = now().toISOString();
  const authorId = viewer.userId;
  if (typedBy !== authorId) {
    throw new DomainError(
      "forbidden",
      "Somebody else is signed in here now, and what you typed was not saved. Sign in again as yourself.",
      { reason: "other_author" },
    );
  }
  await inTransaction(db, async (trx) => {
    if (draft === null) return deleteNoteDraft(trx, { authorId, home });
    await getHomeToWriteOn(trx, viewer, home);
    await saveNoteDraft(trx, { authorId, home, at }, (rowId) =>
      sealAtRest(noteKeys, { table: "noteDrafts", rowId, authorId }, JSON.stringify(draft)),
    );
  });
}
