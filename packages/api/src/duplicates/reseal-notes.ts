// Private notes change over from lead to lead with everything else; each stays its author's own. Their
// seals are bound to the lead, so each is opened and sealed again, and read by nobody.
import { listSealedNotes, setSealedBody } from "@studydesk/db/duplicates/merge-queries";
import type { Db } from "@studydesk/db/open-database";
import { openNote, sealNote } from "../notes/note-cipher";
import type { SecretKeys } from "../secret-keys";

/** The rows stand on the lead `to` already. */
export async function resealNotes(
  trx: Db,
  keys: SecretKeys,
  noteIds: readonly number[],
  { from, to }: { from: number; to: number },
): Promise<void> {
  for (const { id, leadId, authorId, sealedBody } of await listSealedNotes(trx, noteIds)) {
    if (leadId !== to) continue;
    const body = openNote(keys.notes, { noteId: id, leadId: from, authorId }, sealedBody);
    await setSealedBody(trx, id, sealNote(keys.notes, { noteId: id, leadId: to, authorId }, body));
  }
}
