// A note hangs on words that its author can read where the note is: on nothing else, and not beside them.
import type { Db } from "@studydesk/db/open-database";
import { DomainError } from "@studydesk/domain/errors";
import type { NoteAnchor } from "@studydesk/domain/notes/note-anchor";
import type { NoteHome } from "@studydesk/domain/notes/note-home";
import type { Viewer } from "@studydesk/domain/people/viewer";
import { sha256 } from "../sha256";
import { readFieldTexts } from "./field-text";

/** Throws invalid. A text that changed since it was selected is no fault: the note shows that it did. */
export async function checkAnchor(
  db: Db,
  viewer: Viewer,
  home: NoteHome,
  anchor: NoteAnchor,
): Promise<void> {
  const { sourceType, sourceId, fieldPath, textSha256, start, end, exact } = anchor;
  const field = (await readFieldTexts(db, viewer, home, [fieldPath])).get(fieldPath);
  const isThere = field?.sourceType === sourceType && field.sourceId === sourceId;
  const isSame = isThere && sha256(field.text) === textSha256;
  if (isThere && (!isSame || field.text.slice(start, end) === exact)) return;
  throw new DomainError(
    "invalid",
    "The words that the note is about are not on this page any more. Load it again and select them anew, or keep the note without them.",
    { reason: "no_such_words" },
  );
}
