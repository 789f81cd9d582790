// All marked words of the screen: each text that has notes says which, and the page is marked anew.
import {
  type MarkedWords,
  showHighlights,
  takeMarksAway,
} from "@studydesk/anchors/page/show-highlights";

const shown = new Map<HTMLElement, readonly MarkedWords[]>();

/** Returns how to take them away. */
export function markWords(field: HTMLElement, found: readonly MarkedWords["found"][]): () => void {
  shown.set(
    field,
    found.map((each) => ({ field, found: each })),
  );
  showAll();
  return () => {
    shown.delete(field);
    showAll();
  };
}

function showAll(): void {
  takeMarksAway();
  showHighlights([...shown.values()].flat());
}
