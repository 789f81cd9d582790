// Where the words of notes stand in a text as it is now. Found in the browser: the server never looks into
// anchors, and the text may be edited between two looks.
import { type FoundAnchor, findAnchor } from "@studydesk/anchors/find-anchor";
import { useEffect, useMemo, useState } from "react";
import type { Note } from "../note-types";

export interface FoundNote {
  note: Note;
  found: FoundAnchor;
}

/** Undefined until it was looked for. What was found stays while a note is looked for again in the same text. */
export function useFoundPlaces(
  notes: readonly Note[],
  text: string | undefined,
): readonly FoundNote[] | undefined {
  const [places, setPlaces] = useState<{ text: string | undefined; found: readonly FoundNote[] }>();
  useEffect(() => {
    let isCurrent = true;
    const sought = text === undefined ? [] : notes;
    Promise.all(
      sought.flatMap((note) =>
        note.anchor && text !== undefined
          ? [findAnchor(note.anchor, text).then((found) => ({ note, found }))]
          : [],
      ),
    ).then(
      (found) => isCurrent && setPlaces({ text, found }),
      () => undefined,
    );
    return () => {
      isCurrent = false;
    };
  }, [text, notes]);
  return useMemo(() => {
    if (!places || places.text !== text) return undefined;
    return places.found.flatMap(({ note: { id, anchor }, found }) => {
      const note = notes.find((each) => each.id === id);
      return note && isSameAnchor(note.anchor, anchor) ? [{ note, found }] : [];
    });
  }, [places, text, notes]);
}

function isSameAnchor(one: Note["anchor"], other: Note["anchor"]): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
