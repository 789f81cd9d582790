// The one place that hears keys. Screens register what they answer to while they are shown; the sheet
// under `?` lists exactly that. A started sequence (g, then t) keeps its second key from anybody else:
// "g d" must never also press "d".
import { type KeybindingPress, matchKeybindingPress, parseKeybinding } from "tinykeys";

export interface KeyBinding {
  /** tinykeys notation: "j", "g t", "Shift+j", "$mod+z", "Enter", "Escape". Several: any of them. */
  keys: string | readonly string[];
  /** For the sheet: "Next row". */
  name: string;
  run: (event: KeyboardEvent) => void;
  /** Runs again while the key is held down: for moving, never for deciding. */
  repeats?: boolean;
}

export interface KeyScope {
  title: string;
  bindings: readonly KeyBinding[];
}

interface Candidate {
  binding: KeyBinding;
  rest: readonly KeybindingPress[];
}

export interface KeyRegistry {
  /** Later scopes win over earlier ones for the same keys. Returns how to leave. */
  register(read: () => KeyScope): () => void;
  scopes(): KeyScope[];
  /** True when the press belonged to a binding or to a started sequence. */
  press(event: KeyboardEvent): boolean;
}

/** How long a started sequence waits for its next key. */
const sequencePatienceMs = 1500;

export function createKeyRegistry(now: () => number): KeyRegistry {
  const readers = new Set<() => KeyScope>();
  let pending: Candidate[] = [];
  let pendingSince = 0;

  function candidates(): Candidate[] {
    return [...readers]
      .toReversed()
      .flatMap((read) =>
        read().bindings.flatMap((binding) =>
          notationsOf(binding).map((notation) => ({ binding, rest: parseKeys(notation) })),
        ),
      );
  }

  return {
    register(read) {
      readers.add(read);
      return () => readers.delete(read);
    },
    scopes: () => [...readers].map((read) => read()).filter((scope) => scope.bindings.length > 0),
    press(event) {
      if (isModifierAlone(event)) return false;
      const isContinuing = pending.length > 0 && now() - pendingSince <= sequencePatienceMs;
      const matching = (isContinuing ? pending : candidates()).filter(
        ({ rest: [next], binding }) =>
          next !== undefined &&
          matchKeybindingPress(event, next) &&
          (!event.repeat || binding.repeats === true),
      );
      pending = [];
      const complete = matching.find(({ rest }) => rest.length === 1);
      if (complete) {
        complete.binding.run(event);
        return true;
      }
      pending = matching.map(({ binding, rest }) => ({ binding, rest: rest.slice(1) }));
      pendingSince = now();
      return isContinuing || pending.length > 0;
    },
  };
}

export function notationsOf(binding: KeyBinding): readonly string[] {
  return typeof binding.keys === "string" ? [binding.keys] : binding.keys;
}

/** Signs such as ? and * need Shift on some keyboards and not on others: both are fine. */
function parseKeys(notation: string): readonly KeybindingPress[] {
  return parseKeybinding(notation).map(([required, optional, key]) =>
    typeof key === "string" && /^[^\p{L}\p{N}]$/u.test(key)
      ? [required, [...optional, "Shift"], key]
      : [required, optional, key],
  );
}

function isModifierAlone(event: KeyboardEvent): boolean {
  return ["Shift", "Control", "Alt", "Meta", "AltGraph"].includes(event.key);
}
