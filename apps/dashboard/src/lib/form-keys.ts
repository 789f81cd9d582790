// Keys inside a form's fields: Ctrl or ⌘ with Enter sends it, Esc closes it (what was typed is kept).
import type { KeyboardEvent } from "react";

export function formKeys({ send, close }: { send: () => void; close: () => void }) {
  return (event: KeyboardEvent) => {
    if (event.key === "Escape") {
      event.preventDefault();
      close();
    }
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      send();
    }
  };
}
