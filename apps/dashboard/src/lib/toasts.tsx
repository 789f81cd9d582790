// One sentence about what just happened, with one thing to do about it at most.
import { Button } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import classes from "./toasts.module.css";

export interface ToastOptions {
  /** `bad` stays until it is closed. */
  tone?: "plain" | "bad";
  /** The single thing to do: "Open". */
  action?: { label: string; run: () => void };
  /** Milliseconds; a plain message goes by itself. */
  staysMs?: number;
  onGone?: () => void;
}

let shown = 0;

/** Gives the message's id. */
export function showToast(message: string, options: ToastOptions = {}): string {
  const { tone = "plain", action, staysMs = 6_000, onGone } = options;
  shown += 1;
  const id = `toast-${shown.toString()}`;
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
    autoClose: tone === "bad" ? false : staysMs,
    closeButtonProps: { "aria-label": "Close this message" },
    ...(onGone ? { onClose: onGone } : {}),
  });
  return id;
}

export function hideToast(id: string): void {
  notifications.hide(id);
}
