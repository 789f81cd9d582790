// Gives the focus back to where it came from, for dialogs that exist only while they are open. From an item of
// a menu it came from the menu's button: the item is gone by then.
import { useEffect, useState } from "react";

export function useFocusBack(): void {
  const [from] = useState(() => openerOf(document.activeElement));
  useEffect(
    () => () => {
      if (document.activeElement !== document.body) return;
      from?.focus({ preventScroll: true });
      // Gone or out of sight by now: at least to the screen.
      if (document.activeElement === document.body) {
        document.getElementById("screen")?.focus({ preventScroll: true });
      }
    },
    [from],
  );
}

function openerOf(focused: Element | null): HTMLElement | null {
  const menuId = focused?.closest('[role="menu"]')?.id;
  const opener = menuId
    ? document.querySelector(`[aria-controls="${CSS.escape(menuId)}"]`)
    : focused;
  return opener instanceof HTMLElement ? opener : null;
}
