// A list that keeps the focus where its rows and buttons come and go by what is pressed in them. A browser drops
// it to the page's beginning, and whoever works by keyboard would walk the whole way again.
import { type ComponentProps, useEffect, useRef } from "react";

interface Held {
  element: HTMLElement;
  /** Of the row in which it stands. */
  index: number;
}

export function HeldList(props: ComponentProps<"ul">) {
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => (list.current ? holdFocus(list.current) : undefined), []);
  return <ul {...props} ref={list} />;
}

function holdFocus(list: HTMLUListElement): () => void {
  let held: Held | undefined;
  let frame = 0;
  const hold = ({ target }: FocusEvent) => {
    if (!(target instanceof HTMLElement)) return;
    const index = [...list.children].findIndex((row) => row.contains(target));
    held = index === -1 ? undefined : { element: target, index };
  };
  // Whoever points somewhere leaves it on purpose.
  const letGo = () => {
    held = undefined;
  };
  const watch = new MutationObserver(() => {
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(() => held && giveBack(list, held));
  });
  watch.observe(list, { childList: true, subtree: true, attributeFilter: ["disabled"] });
  document.addEventListener("focusin", hold);
  document.addEventListener("pointerdown", letGo);
  return () => {
    cancelAnimationFrame(frame);
    watch.disconnect();
    document.removeEventListener("focusin", hold);
    document.removeEventListener("pointerdown", letGo);
    if (held && isFocusLost()) focusScreen();
  };
}

/** A button that is disabled while it works gets it back; what is gone leaves it to the row in its place. */
function giveBack(list: HTMLUListElement, { element, index }: Held): void {
  if (!isFocusLost()) return;
  if (element.isConnected) {
    element.focus({ preventScroll: true });
    return;
  }
  const row = list.children[Math.min(index, list.children.length - 1)];
  const next =
    row?.querySelector<HTMLElement>("button:not(:disabled)") ??
    row?.querySelector<HTMLElement>("a[href]");
  if (next) next.focus();
  else focusScreen();
}

function isFocusLost(): boolean {
  return document.activeElement === document.body;
}

function focusScreen(): void {
  document.getElementById("screen")?.focus({ preventScroll: true });
}
