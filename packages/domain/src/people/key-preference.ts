// Which key of the keyboard answers for which key of the desk's map. A change swaps two keys, so no two
// of them can ever come to lie on the same one, and everything stays reachable (WCAG 2.1.4).
import { z } from "zod";

/** One press: a letter, digit or sign, with Alt or Control before it where somebody wants that: "j", "Alt+j". */
const press = z.string().regex(/^(Alt\+|Control\+)?[^\s+]$/u, "Press one letter, digit or sign");

/** No keyboard has more keys that are ours. */
const mostChanges = 60;

export const keyPreferenceSchema = z.object({
  /** Single keys do nothing. */
  isOff: z.boolean(),
  /** From the map's key to the one that is pressed for it; what is not named is itself. */
  changes: z
    .record(press, press)
    .refine((changes) => Object.keys(changes).length <= mostChanges, "Too many keys are changed"),
});
export type KeyPreference = Readonly<z.infer<typeof keyPreferenceSchema>>;

export const defaultKeyPreference: KeyPreference = { isOff: false, changes: {} };

/** The key to press for a key of the map. */
export function pressedFor(changes: KeyPreference["changes"], key: string): string {
  return changes[key] ?? key;
}

export function canBePressed(key: string): boolean {
  return press.safeParse(key).success;
}

/** From now on `pressed` answers for `key`; whatever it answered for before moves to the key that is free now. */
export function swapKeys(
  changes: KeyPreference["changes"],
  key: string,
  pressed: string,
): KeyPreference["changes"] {
  const before = pressedFor(changes, key);
  const other =
    Object.entries(changes).find(([, taken]) => taken === pressed)?.[0] ??
    (changes[pressed] === undefined ? pressed : undefined);
  const next = { ...changes, ...(other === undefined ? {} : { [other]: before }), [key]: pressed };
  return Object.fromEntries(Object.entries(next).filter(([from, to]) => from !== to));
}
