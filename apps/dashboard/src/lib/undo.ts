// Says what was done and offers to take it back: by the message's button, or by `z` for as long as the
// session lasts, also when the message is gone.
import { hideToast, showToast } from "./toasts";
import { createUndoStack } from "./undo-stack";

export const undoStack = createUndoStack(sessionStorage, () => Date.now());

interface Offer {
  message: string;
  /** The change of a lead, from the answer to it. */
  changeId?: number | undefined;
  /** What takes it back where the server has no number for it; does not outlive a reload. */
  run?: () => void;
  /** It is done for good once its message is gone. */
  endsWithMessage?: boolean;
  /** After it was taken back: for a screen that shows what it did. */
  onUndone?: () => void;
}

/** The messages on the screen that offer to take something back. */
const toasts = new Map<number, string>();

export function offerUndo(offer: Offer): void {
  const { message, changeId, run, onUndone, endsWithMessage = false } = offer;
  const what = changeId === undefined ? undefined : ({ kind: "change", id: changeId } as const);
  if (!what && !run) {
    showToast(message);
    return;
  }
  const key = undoStack.push({ what, run, onUndone });
  const toast = showToast(message, {
    action: { label: "Undo", run: () => undoStack.undo(key) },
    staysMs: 10_000,
    onGone() {
      toasts.delete(key);
      if (endsWithMessage) undoStack.forget(key);
    },
  });
  toasts.set(key, toast);
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
