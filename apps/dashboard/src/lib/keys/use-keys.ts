// Lets a component answer to keys while it is shown.
import { useEffect, useLayoutEffect, useRef } from "react";
import { useMe } from "../me";
import { createKeyRegistry, type KeyBinding } from "./key-registry";
import { isScreenFree, mayTakeKey } from "./may-take-key";

export const keyRegistry = createKeyRegistry(() => performance.now());

/** `title` heads the group in the key sheet. Bindings may close over the current state. */
export function useKeys(title: string, bindings: readonly KeyBinding[]): void {
  const current = useRef(bindings);
  useLayoutEffect(() => {
    current.current = bindings;
  });
  // Before anything is painted: whoever presses the key that they see drawn is heard.
  useLayoutEffect(
    () => keyRegistry.register(() => ({ title, bindings: current.current })),
    [title],
  );
}

/** Once, by the shell. */
export function useKeyListener(): void {
  const { isOff, changes } = useMe().keys;
  useEffect(() => keyRegistry.takeChanges(changes), [changes]);
  useEffect(() => {
    // A menu that hears Esc is gone before the key gets here: whether one lay there is seen on the way in.
    let wasFree = true;
    function look() {
      wasFree = isScreenFree();
    }
    function hear(event: KeyboardEvent) {
      if (!wasFree || event.defaultPrevented) return;
      const isOurs = !isOff && mayTakeKey(event);
      if (keyRegistry.press(event, isOurs ? "all" : "in_fields")) event.preventDefault();
    }
    window.addEventListener("keydown", look, { capture: true });
    window.addEventListener("keydown", hear);
    return () => {
      window.removeEventListener("keydown", look, { capture: true });
      window.removeEventListener("keydown", hear);
    };
  }, [isOff]);
}
