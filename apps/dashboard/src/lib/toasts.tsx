// One sentence about what just happened, with Undo where it can be taken back. `z` takes back the
// newest one that still offers it.
import { Button } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import classes from "./toasts.module.css";

interface ToastOptions {
  /** `bad` stays until it is closed. */
  tone?: "plain" | "bad";
  undo?: () => void;
  /** Any other single thing to do: "Open". */
  action?: { label: string; run: () => void };
}

interface Undoable {
  id: string;
  run: () => void;
}

const undoable: Undoable[] = [];
let shown = 0;

export function showToast(message: string, options: ToastOptions = {}): void {
  const { tone = "plain", undo } = options;
  shown += 1;
  const id = `toast-${shown.toString()}`;
  if (undo) undoable.push({ id, run: undo });
  const action = undo ? { label: "Undo", run: () => runUndo(id) } : options.action;
  notifications.show({
    id,
    message: (
      <div className={classes.toast}>
        <span>{message}</span>
        {action ? (
          <Button
            size="compact-sm"
            variant="subtle"
            onClick={() => {
              action.run();
              notifications.hide(id);
            }}
          >
            {action.label}
          </Button>
        ) : null}
      </div>
    ),
    // Below, where nobody reads on; what went wrong stands above, clear of the keys of Today.
    position: tone === "bad" ? "top-center" : "bottom-center",
    color: tone === "bad" ? "var(--bad)" : "var(--accent)",
    autoClose: tone === "bad" ? false : undo ? 10_000 : 6_000,
    closeButtonProps: { "aria-label": "Close this message" },
    onClose: () => forget(id),
  });
}

/** False when nothing can be taken back any more. */
export function undoNewest(): boolean {
  const newest = undoable.at(-1);
  if (!newest) return false;
  // Hiding forgets what could be undone, so it comes second.
  runUndo(newest.id);
  notifications.hide(newest.id);
  return true;
}

function runUndo(id: string): void {
  const found = undoable.find((each) => each.id === id);
  forget(id);
  found?.run();
}

function forget(id: string): void {
  const index = undoable.findIndex((each) => each.id === id);
  if (index >= 0) undoable.splice(index, 1);
}
