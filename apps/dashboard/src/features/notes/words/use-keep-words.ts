// Makes the anchor of chosen words and sends it: with a new note, or for one that is there.
import { makeAnchor } from "@studydesk/anchors/make-anchor";
import type { TextRange } from "@studydesk/anchors/text-anchor";
import { type NoteAnchor, noteAnchor } from "@studydesk/domain/notes/note-anchor";
import type { NoteHome } from "@studydesk/domain/notes/note-home";
import { useMutation } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import type { AnchorSpot } from "../../../components/anchor-text";
import type { Note } from "../note-types";
import { useReattachNote, useWriteNote } from "../use-notes";

interface Kept {
  spot: AnchorSpot;
  range: TextRange;
  body: string;
  tags: string[];
  attached: Note | undefined;
}

export function useKeepWords(home: NoteHome) {
  const write = useWriteNote(home);
  const reattach = useReattachNote(home);
  return useMutation({
    async mutationFn({ spot, range, body, tags, attached }: Kept) {
      const anchor = await anchorOf(spot, range);
      if (!attached) return write.mutateAsync({ home, body, tags, anchor });
      return reattach.mutateAsync({
        noteId: attached.id,
        anchor,
        expectedVersion: attached.version,
      });
    },
  });
}

/** For a draft; undefined until it is made, and where no note can be about the words. */
export function useAnchor(spot: AnchorSpot, { start, end }: TextRange): NoteAnchor | undefined {
  const [anchor, setAnchor] = useState<NoteAnchor>();
  useEffect(() => {
    let isCurrent = true;
    const set = (made?: NoteAnchor) => {
      if (isCurrent) setAnchor(made);
    };
    anchorOf(spot, { start, end }).then(set, () => set());
    return () => {
      isCurrent = false;
    };
  }, [spot, start, end]);
  return anchor;
}

export async function anchorOf(
  { sourceType, sourceId, fieldPath, revision, text }: Omit<AnchorSpot, "name">,
  range: TextRange,
): Promise<NoteAnchor> {
  const place = { sourceType, sourceId: String(sourceId), fieldPath, revision };
  return noteAnchor.parse(await makeAnchor(text, range, place));
}
