// Where the words of notes stand in a text as it is now. Found in the browser: the server never looks into
// anchors, and the text may be edited between two looks.
import { type FoundAnchor, findAnchor } from "@studydesk/anchors/find-anchor";
import { useEffect, useState } from "react";
import type { Note } from "../note-types";

export interface FoundNote {
  note: Note;
  found: FoundAnchor;
}

/** Undefined until it was looked for. */
export function useFoundPlaces(
  notes: readonly Note[],
  text: string | undefined,
): readonly FoundNote[] | undefined {
  const [places, setPlaces] = useState<{ of: string; found: readonly FoundNote[] }>();
  const of = JSON.stringify([text, notes.map(({ id, version }) => [id, version])]);
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
      (found) => isCurrent && setPlaces({ of, found }),
      () => undefined,
    );
    return () => {
      isCurrent = false;
    };
    // What the key says is all that matters of the notes.
  }, [of, text, notes]);
  return places?.of === of ? places.found : undefined;
}
