// The keys that notes are sealed under at rest. One is current; those before it open what nobody has sealed
// anew yet. Where they are read from is the server's matter.

export interface NoteKey {
  /** Stands in front of all that the key sealed. */
  readonly id: string;
  /** 32 bytes. */
  readonly key: Buffer;
}

export interface NoteKeyring {
  /** Seals what is written from now on. */
  current(): NoteKey;
  /** Undefined: this installation does not have it. */
  find(id: string): NoteKey | undefined;
}

/** The key that comes with the secret: the only one until keys were first rotated. */
export const firstNoteKeyId = "1";

export function keyringOf(first: NoteKey, ...others: readonly NoteKey[]): NoteKeyring {
  const all = [first, ...others];
  return {
    current: () => all.at(-1) ?? first,
    find: (id) => all.find((each) => each.id === id),
  };
}
