// Makes a note of what came from outside, once a browser of its owner opened it. What was received and what is
// kept change places in one transaction: it is never there twice, and never lost.
import { inTransaction } from "@studydesk/db/open-database";
import { deleteReceivedNote, findReceivedNote } from "@studydesk/db/shares/received-note-queries";
import { notFound } from "@studydesk/domain/errors";
import { noteHomeOf } from "@studydesk/domain/notes/note-home";
import type { Viewer } from "@studydesk/domain/people/viewer";
import type { KeepReceivedInput } from "@studydesk/domain/shares/reply-inputs";
import type { Deps } from "../deps";
import { receivedReaderOf, tellOfReceived } from "../shares/received-notes";
import type { NoteView } from "./note-view";
import { type NoteDeps, storeNote } from "./write-note";

export async function keepReceived(
  deps: NoteDeps & Pick<Deps, "live">,
  viewer: Viewer,
  { receivedId, body }: KeepReceivedInput,
): Promise<NoteView> {
  const kept = await inTransaction(deps.db, async (trx) => {
    const received = await findReceivedNote(trx, receivedReaderOf(viewer), receivedId);
    if (!received) throw notFound("note");
    const origin = received.shareId === null ? "request" : "reply";
    const input = { home: noteHomeOf(received), body };
    const note = await storeNote({ ...deps, db: trx }, viewer, input, origin);
    // Another window of the owner was quicker.
    if (!(await deleteReceivedNote(trx, received))) throw notFound("note");
    await tellOfReceived(trx, received, note.createdAt);
    return note;
  });
  deps.live.announce();
  return kept;
}
