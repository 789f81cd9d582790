// On which leads the viewer's own notes hold a text. Notes are sealed, and no index of their words exists
// that could tell anything: the newest of the author's are opened, one after the other, and nothing of
// them is kept.
import { foldText } from "@studydesk/domain/leads/fold-name";
import { readSearchText } from "@studydesk/domain/leads/search-text";
import type { Viewer } from "@studydesk/domain/people/viewer";
import type { Deps } from "../deps";
import { lookThroughNotes } from "./look-through-notes";
import type { NoteKeyring } from "./note-keyring";
import { openAtRest, type SealPlace } from "./seal-at-rest";

export async function findNotedLeads(
  { db, noteKeys }: Pick<Deps, "db" | "noteKeys">,
  viewer: Viewer,
  typed: string | undefined,
): Promise<number[]> {
  const text = readSearchText(typed ?? "");
  if (text.kind !== "words" || text.words.every(({ how }) => how === "beginning")) return [];
  const words = foldText(typed ?? "").split(" ");
  const noted = new Set<number>();
  for await (const { notes } of lookThroughNotes(db, viewer)) {
    for (const { id, leadId, authorId, sealedBody } of notes) {
      // On a lead that was found already, another note adds nothing.
      if (leadId === null || noted.has(leadId)) continue;
      const place: SealPlace = { table: "notes", rowId: id, home: { leadId }, authorId };
      const body = openIfWhole(noteKeys, place, sealedBody);
      if (words.every((word) => body.includes(word))) noted.add(leadId);
    }
  }
  return [...noted];
}

/** A damaged note is told of where it is read; a search goes on without it. */
function openIfWhole(keys: NoteKeyring, place: SealPlace, sealed: string): string {
  try {
    return foldText(openAtRest(keys, place, sealed));
  } catch {
    return "";
  }
}
