// Says what was done and offers to take it back: by the message's button, or by `z` for as long as the
// session lasts, also when the message is gone.
import { hideToast, showToast } from "./toasts";
import { createUndoStack, type Undoable } from "./undo-stack";

export const undoStack = createUndoStack(sessionStorage, () => Date.now());

interface Offer {
  message: string;
  /** The change of a lead, from the answer to it. */
  changeId?: number | undefined;
  /** An answer to a criterion, from the answer to it. */
  answerId?: number | undefined;
  /** A message of the same place goes when this one comes; what it stands for can still be taken back. */
  place?: string;
  /** What takes it back where the server has no number for it; does not outlive a reload. */
  run?: () => void;
  /** It is done for good once its message is gone. */
  endsWithMessage?: boolean;
  /** After it was taken back: for a screen that shows what it did. */
  onUndone?: () => void;
}

/** The messages on the screen that offer to take something back. */
const toasts = new Map<number, string>();
const places = new Map<string, string>();

export function offerUndo(offer: Offer): void {
  const { message, run, onUndone, endsWithMessage = false, place } = offer;
  const what = undoableOf(offer);
  if (!what && !run) {
    showToast(message);
    return;
  }
  const key = undoStack.push({ what, run, onUndone });
  const before = place === undefined ? undefined : places.get(place);
  if (before !== undefined) hideToast(before);
  const toast = showToast(message, {
    action: { label: "Undo", run: () => undoStack.undo(key) },
    staysMs: 10_000,
    onGone() {
      toasts.delete(key);
      if (endsWithMessage) undoStack.forget(key);
    },
  });
  toasts.set(key, toast);
  if (place !== undefined) places.set(place, toast);
}

function undoableOf({ changeId, answerId }: Offer): Undoable | undefined {
  if (answerId !== undefined) return { kind: "answer", id: answerId };
  return changeId === undefined ? undefined : { kind: "change", id: changeId };
}

/** Takes back the newest, whether or not its message still stands. */
export function undoNewest(): void {
  const key = undoStack.undoNewest();
  if (key === undefined) {
    showToast("Nothing to take back.");
    return;
  }
  const toast = toasts.get(key);
  if (toast !== undefined) hideToast(toast);
}
