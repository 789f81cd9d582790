// A disk as it stands when the power goes out, made from what strace saw a program ask the system for: what was
// synced is on it, and of what was not, a part that nobody chose, in any order, and torn.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";

type Change = { at: number; bytes: Buffer } | { length: number };

interface ReplayedFile {
  path: string;
  synced: Buffer;
  /** As it was before it was synced last. */
  before: Buffer;
  unsynced: Change[];
}

/** A sector is written whole or not at all. */
const sector = 512;

export function createReplayedDisk(paths: readonly string[]) {
  const files = paths.map((path): ReplayedFile => {
    const synced = existsSync(path) ? readFileSync(path) : Buffer.alloc(0);
    return { path, synced, before: synced, unsynced: [] };
  });

  return {
    /** One line of `strace -y -xx`. Gives what was written to the standard output, if it is that. */
    replay(line: string): string | undefined {
      const [, call, handle, path = "", text = "", rest = ""] =
        /^(\w+)\((\d+)<([^>]*)>(?:, "([^"]*)")?([^)]*)\)/.exec(line) ?? [];
      if (call === "write" && handle === "1") return decode(text).toString();
      const name = decode(path).toString();
      const file = files.find((known) => known.path === name);
      if (!file) return undefined;
      const numbers = rest.split(", ").slice(1).map(Number);
      if (call === "pwrite64") file.unsynced.push({ at: numbers[1] ?? 0, bytes: decode(text) });
      else if (call === "ftruncate") file.unsynced.push({ length: numbers[0] ?? 0 });
      else if (call === "fsync" || call === "fdatasync") {
        file.before = file.synced;
        file.synced = changed(file.synced, file.unsynced);
        file.unsynced = [];
      } else throw new Error(`Nobody thought of this: ${line.slice(0, 100)}`);
      return undefined;
    },

    /** Writes the files down. As a check of the whole: as if the last sync of `but` had not been waited for. */
    leave(folder: string, but?: string): void {
      const luck = Math.random();
      for (const { path, synced, before, unsynced } of files) {
        const some = unsynced.filter(() => Math.random() < luck).map(tear);
        const left = path === but ? before : changed(synced, shuffle(some));
        if (left.length > 0) writeFileSync(join(folder, basename(path)), left);
      }
    },
  };
}

function decode(text: string): Buffer {
  return Buffer.from(text.replaceAll("\\x", ""), "hex");
}

function changed(content: Buffer, changes: readonly Change[]): Buffer {
  const ends = changes.map((change) => ("length" in change ? 0 : change.at + change.bytes.length));
  const grown = Buffer.alloc(Math.max(content.length, ...ends));
  content.copy(grown);
  let { length } = content;
  for (const change of changes) {
    if ("length" in change) length = change.length;
    else {
      change.bytes.copy(grown, change.at);
      length = Math.max(length, change.at + change.bytes.length);
    }
  }
  return grown.subarray(0, length);
}

function tear(change: Change): Change {
  if ("length" in change || Math.random() < 0.9) return change;
  const sectors = Math.floor((Math.random() * change.bytes.length) / sector);
  return { at: change.at, bytes: change.bytes.subarray(0, sectors * sector) };
}

function shuffle<T>(things: readonly T[]): T[] {
  return things
    .map((thing) => ({ thing, at: Math.random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ thing }) => thing);
}
