// What the address of My notes holds: which of them are listed. Never what is searched for, nor a tag: both
// are one's own words.
export const myNotesTabs = ["all", "pinned", "changed"] as const;
export type MyNotesTab = (typeof myNotesTabs)[number];

export interface MyNotesSearch {
  only?: Exclude<MyNotesTab, "all">;
}

/** Odd values mean all of them. */
export function readMyNotesSearch(raw: Record<string, unknown>): MyNotesSearch {
  const only = myNotesTabs.find((tab) => tab === raw.only);
  return only === undefined || only === "all" ? {} : { only };
}
