// One key from a note to its share: of the note that has the focus, else of the newest.
import { useKeys } from "../../lib/keys/use-keys";

export const shareKey = "y";

interface Props {
  /** Newest first. */
  noteIds: readonly number[];
  onShare: (noteId: number) => void;
}

/** A note's button says which note it is of with `data-share-note`. */
export function ShareKey({ noteIds, onShare }: Props) {
  useKeys("Notes", [
    {
      keys: shareKey,
      name: "Share a note by link",
      run: () => {
        const focused = document.activeElement
          ?.closest("li")
          ?.querySelector<HTMLElement>("[data-share-note]")?.dataset.shareNote;
        const noteId = focused === undefined ? noteIds[0] : Number(focused);
        if (noteId !== undefined) onShare(noteId);
      },
    },
  ]);
  return null;
}
