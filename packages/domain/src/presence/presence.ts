// Who else has a lead open: how often it is said, how long it is believed, and in what words.
import { z } from "zod";

export const presenceKinds = ["looking", "editing"] as const;
export type PresenceKind = (typeof presenceKinds)[number];

/** A screen that shows a lead says so this often. */
export const presenceBeatMs = 20_000;
/** Nobody who was silent for longer is still taken to be there. */
export const presenceKeptMs = 45_000;

export const presenceBeatInput = z.object({
  leadId: z.int32().positive(),
  what: z.enum(presenceKinds),
});
export type PresenceBeatInput = z.infer<typeof presenceBeatInput>;

interface Somebody {
  readonly name: string;
  readonly what: PresenceKind;
}

/** "Bo Example is editing. Kim and Mei are looking." */
export function presenceWords(people: readonly Somebody[]): string {
  return presenceKinds
    .toReversed()
    .flatMap((kind) => {
      const names = people.filter(({ what }) => what === kind).map(({ name }) => name);
      if (names.length === 0) return [];
      const list = new Intl.ListFormat("en-GB").format(names);
      return [`${list} ${names.length === 1 ? "is" : "are"} ${kind}.`];
    })
    .join(" ");
}
