// Whether somebody types within a part of the screen.
import { type RefObject, useEffect, useState } from "react";

const typingFields = 'textarea, select, input:not([type="radio"], [type="checkbox"])';

export function useIsTyping(part: RefObject<HTMLElement | null>): boolean {
  const [isTyping, setTyping] = useState(false);
  useEffect(() => {
    const look = ({ target, type }: FocusEvent) =>
      setTyping(
        type === "focusin" &&
          target instanceof Element &&
          target.matches(typingFields) &&
          part.current?.contains(target) === true,
      );
    document.addEventListener("focusin", look);
    document.addEventListener("focusout", look);
    return () => {
      document.removeEventListener("focusin", look);
      document.removeEventListener("focusout", look);
    };
  }, [part]);
  return isTyping;
}
