// The anchor that a browser makes of words in a field.
import type { NoteAnchor } from "@studydesk/domain/notes/note-anchor";
import { sha256 } from "../sha256";

export function buildAnchor(
  source: Pick<NoteAnchor, "sourceType" | "fieldPath"> & { sourceId: number },
  text: string,
  exact: string,
): NoteAnchor {
  const start = text.indexOf(exact);
  const end = start + exact.length;
  return {
    ...source,
    sourceId: String(source.sourceId),
    revision: "1",
    textSha256: sha256(text),
    prefix: text.slice(Math.max(0, start - 32), start),
    suffix: text.slice(end, end + 32),
    ...{ exact, start, end },
  };
}
