// A press anywhere on words opens what they belong to, as its button does, unless words are being selected
// there: within a button none could be.
import { type RefObject, useEffect, useRef } from "react";

export function useOpenByPress(open: () => void): RefObject<HTMLDivElement | null> {
  const words = useRef<HTMLDivElement>(null);
  const current = useRef(open);
  useEffect(() => {
    current.current = open;
  });
  useEffect(() => {
    const { current: element } = words;
    const press = ({ target }: MouseEvent) => {
      const isButton = target instanceof Element && target.closest("button, [data-notes]");
      if (!isButton && document.getSelection()?.isCollapsed !== false) current.current();
    };
    element?.addEventListener("click", press);
    return () => element?.removeEventListener("click", press);
  }, []);
  return words;
}
