// The one place that hears keys. Screens register what they answer to while they are shown; the sheet
// under `?` lists exactly that. A started sequence (g, then t) keeps its second key from anybody else:
// "g d" must never also press "d".
import {
  canBePressed,
  type KeyPreference,
  pressedFor,
} from "@studydesk/domain/people/key-preference";
import { type KeybindingPress, matchKeybindingPress, parseKeybinding } from "tinykeys";

export interface KeyBinding {
  /** tinykeys notation: "j", "g t", "Shift+j", "$mod+z", "Enter", "Escape". Several: any of them. */
  keys: string | readonly string[];
  /** For the sheet: "Next row". */
  name: string;
  run: () => void;
  /** Runs again while the key is held down: for moving, never for deciding. */
  repeats?: boolean;
  /** Works while somebody types, and where single keys are off: for what needs Ctrl or ⌘ anyway. */
  inFields?: boolean;
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
  /** What can be pressed now, by title: not what a later scope has taken the keys of. */
  scopes(): KeyScope[];
  /** Keys that the person changed; the bindings go on naming those of the map. */
  takeChanges(changes: KeyPreference["changes"]): void;
  /**
   * True when the press belonged to a binding or to a started sequence. `in_fields`: only what may run
   * while somebody types.
   */
  press(event: KeyboardEvent, which?: "all" | "in_fields"): boolean;
}

/** How long a started sequence waits for its next key. */
const sequencePatienceMs = 1500;

export function createKeyRegistry(now: () => number): KeyRegistry {
  const readers = new Set<() => KeyScope>();
  let pending: Candidate[] = [];
  let pendingSince = 0;
  let changed: KeyPreference["changes"] = {};

  function candidates(): Candidate[] {
    return [...readers].toReversed().flatMap((read) =>
      read().bindings.flatMap((binding) =>
        notationsOf(binding).map((notation) => ({
          binding,
          rest: parseKeys(pressedNotation(notation, changed)),
        })),
      ),
    );
  }

  return {
    register(read) {
      readers.add(read);
      return () => readers.delete(read);
    },
    scopes() {
      const taken = new Set<string>();
      const titled = new Map<string, readonly KeyBinding[]>();
      for (const { title, bindings } of [...readers].map((read) => read()).toReversed()) {
        const heard = bindings.filter((each) => notationsOf(each).some((keys) => !taken.has(keys)));
        for (const keys of bindings.flatMap(notationsOf)) taken.add(keys);
        if (heard.length > 0) titled.set(title, [...heard, ...(titled.get(title) ?? [])]);
      }
      return [...titled].map(([title, bindings]) => ({ title, bindings })).toReversed();
    },
    takeChanges(changes) {
      changed = changes;
      pending = [];
    },
    press(event, which = "all") {
      if (isModifierAlone(event)) return false;
      const isContinuing = pending.length > 0 && now() - pendingSince <= sequencePatienceMs;
      const matching = (isContinuing ? pending : candidates()).filter(
        ({ rest: [next], binding }) =>
          next !== undefined &&
          matchKeybindingPress(event, next) &&
          (which === "all" || binding.inFields === true) &&
          (!event.repeat || binding.repeats === true),
      );
      pending = [];
      const complete = matching.find(({ rest }) => rest.length === 1);
      if (complete) {
        complete.binding.run();
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

/** The keys to press for a notation of the map: "g t" → "g y", "Shift+j" → "Shift+n". */
export function pressedNotation(notation: string, changes: KeyPreference["changes"]): string {
  return notation
    .split(" ")
    .map((press) => {
      const [, shift = "", key = press] = /^(Shift\+)?(.+)$/u.exec(press) ?? [];
      return canBePressed(key) ? `${shift}${pressedFor(changes, key)}` : press;
    })
    .join(" ");
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
