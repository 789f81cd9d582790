// Lets a component answer to keys while it is shown.
import { useEffect, useLayoutEffect, useRef } from "react";
import { createKeyRegistry, type KeyBinding } from "./key-registry";
import { areKeysOn } from "./keys-preference";
import { isScreenFree, mayTakeKey } from "./may-take-key";

export const keyRegistry = createKeyRegistry(() => performance.now());

/** `title` heads the group in the key sheet. Bindings may close over the current state. */
export function useKeys(title: string, bindings: readonly KeyBinding[]): void {
  const current = useRef(bindings);
  useLayoutEffect(() => {
    current.current = bindings;
  });
  useEffect(() => keyRegistry.register(() => ({ title, bindings: current.current })), [title]);
}

/** Once, by the shell. */
export function useKeyListener(): void {
  useEffect(() => {
    // A menu that hears Esc is gone before the key gets here: whether one lay there is seen on the way in.
    let wasFree = true;
    function look() {
      wasFree = isScreenFree();
    }
    function hear(event: KeyboardEvent) {
      if (!areKeysOn() || !wasFree || !mayTakeKey(event)) return;
      if (keyRegistry.press(event)) event.preventDefault();
    }
    window.addEventListener("keydown", look, { capture: true });
    window.addEventListener("keydown", hear);
    return () => {
      window.removeEventListener("keydown", look, { capture: true });
      window.removeEventListener("keydown", hear);
    };
  }, []);
}
