// What the palette offers besides leads, and which of it fits what was typed.
import { foldText } from "@studydesk/domain/leads/fold-name";
import { type KeyScope, notationsOf } from "../../lib/keys/key-registry";

export interface PaletteEntry {
  id: string;
  group: string;
  label: string;
  /** Stands behind the label, smaller. */
  detail?: string | undefined;
  /** In the notation of the desk's map. */
  keys?: string | undefined;
  run: () => void;
}

/** What the keys of this screen do; moving about, and the palette itself, are left out. */
export function entriesOfKeys(scopes: readonly KeyScope[]): PaletteEntry[] {
  return scopes.toReversed().flatMap(({ title, bindings }) =>
    bindings.flatMap((binding) => {
      const [keys] = notationsOf(binding);
      const isMoving = keys === "Escape" || keys?.startsWith("g ") || binding.repeats;
      if (keys === undefined || isMoving || binding.inFields) return [];
      const { name, run } = binding;
      return [{ id: `do:${title}:${name}`, group: title, label: name, keys, run }];
    }),
  );
}

/** Every typed word stands somewhere in it; what begins with the words comes first. */
export function fitting(entries: readonly PaletteEntry[], text: string): PaletteEntry[] {
  const typed = foldText(text);
  if (typed === "") return [...entries];
  const words = typed.split(" ");
  const found = entries.flatMap((entry) => {
    const hay = foldText(`${entry.label} ${entry.detail ?? ""}`);
    return words.every((word) => hay.includes(word))
      ? [{ entry, isFirst: hay.startsWith(typed) }]
      : [];
  });
  return found.toSorted((a, b) => Number(b.isFirst) - Number(a.isFirst)).map(({ entry }) => entry);
}

/** In the order in which the groups first turn up. */
export function byGroup(entries: readonly PaletteEntry[]): Map<string, PaletteEntry[]> {
  const groups = new Map<string, PaletteEntry[]>();
  for (const entry of entries) {
    groups.set(entry.group, [...(groups.get(entry.group) ?? []), entry]);
  }
  return groups;
}
