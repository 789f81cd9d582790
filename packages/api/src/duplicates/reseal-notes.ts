// Private notes change over from lead to lead with everything else; each stays its author's own. Their
// seals are bound to the lead, so each is opened and sealed again, and read by nobody.
import { listSealedNotes, setSealedBody } from "@studydesk/db/duplicates/merge-queries";
import type { Db } from "@studydesk/db/open-database";
import type { NoteKeyring } from "../notes/note-keyring";
import { openAtRest, sealAtRest } from "../notes/seal-at-rest";

/** The rows stand on the lead `to` already. */
export async function resealNotes(
  trx: Db,
  keys: NoteKeyring,
  noteIds: readonly number[] = [],
  { from, to }: { from: number; to: number },
): Promise<void> {
  for (const { id, leadId, authorId, sealedBody } of await listSealedNotes(trx, noteIds)) {
    if (leadId !== to) continue;
    const place = (onLead: number) =>
      ({ table: "notes", rowId: id, home: { leadId: onLead }, authorId }) as const;
    const body = openAtRest(keys, place(from), sealedBody);
    await setSealedBody(trx, id, sealAtRest(keys, place(to), body));
  }
}
