// The keys that notes are sealed under, in a file of lines: an id, and 32 bytes as base64 or the word
// "secret" for the one that comes with the secret. The last seals what is written from now on. Without the
// file there is that one alone.
import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from "node:fs";
import { dirname } from "node:path";
import {
  firstNoteKeyId,
  keyringOf,
  type NoteKey,
  type NoteKeyring,
} from "@studydesk/api/notes/note-keyring";

const fromSecretWord = "secret";
const keyBytes = 32;

/** Never empty. Throws a sentence when the file cannot be used; no key is in any message. */
export function readNoteKeyFile(file: string, fromSecret: Buffer): [NoteKey, ...NoteKey[]] {
  if (!existsSync(file)) return [{ id: firstNoteKeyId, key: fromSecret }];
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch {
    throw problem(file, "cannot be read");
  }
  if ((statSync(file).mode & 0o007) !== 0) {
    throw problem(
      file,
      `may be read by everybody on this machine. Close it with: chmod 600 ${file}`,
    );
  }
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== "" && !line.startsWith("#"));
  const [first, ...others] = lines.map((line) => readLine(file, line, fromSecret));
  if (!first) throw problem(file, "holds no key");
  const ids = new Set([first, ...others].map(({ id }) => id));
  if (ids.size < lines.length) throw problem(file, "holds two keys of the same id");
  return [first, ...others];
}

function readLine(file: string, line: string, fromSecret: Buffer): NoteKey {
  const [id = "", written = "", ...more] = line.trim().split(/\s+/);
  const isFromSecret = id === firstNoteKeyId && written === fromSecretWord;
  const key = isFromSecret ? fromSecret : Buffer.from(written, "base64");
  const isWhole = isFromSecret || (key.length === keyBytes && key.toString("base64") === written);
  if (!/^\d{1,6}$/.test(id) || !isWhole || more.length > 0) {
    throw problem(file, "is damaged: each line is an id and a key of 32 bytes as base64");
  }
  return { id, key };
}

/** Whole or not at all, also when the machine stops in the middle. A link stays one: what it leads to is written. */
export function writeNoteKeyFile(
  named: string,
  keys: readonly NoteKey[],
  fromSecret: Buffer,
): void {
  const file = existsSync(named) ? realpathSync(named) : named;
  const lines = keys.map(({ id, key }) =>
    id === firstNoteKeyId && key.equals(fromSecret)
      ? `${id} ${fromSecretWord}`
      : `${id} ${key.toString("base64")}`,
  );
  const heading =
    "# Keys of private notes; the last one seals. Keep a copy apart from backups of the database.";
  const beside = `${file}.new`;
  rmSync(beside, { force: true });
  const written = openSync(beside, "wx", 0o600);
  try {
    writeSync(written, `${[heading, ...lines].join("\n")}\n`);
    fsyncSync(written);
  } finally {
    closeSync(written);
  }
  renameSync(beside, file);
  const folder = openSync(dirname(file), "r");
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}

/**
 * Notices when another process changes the file, so that a server goes on through a rotation. A key once
 * read is kept until the process ends: somebody may be about to open what it sealed.
 */
export function openNoteKeyring(file: string | undefined, fromSecret: Buffer): NoteKeyring {
  const first: NoteKey = { id: firstNoteKeyId, key: fromSecret };
  if (file === undefined) return keyringOf(first);
  const known = new Map<string, NoteKey>();
  let current = first;
  let seen = "";
  const read = () => {
    const state = stateOf(file);
    if (state === seen) return;
    const keys = readNoteKeyFile(file, fromSecret);
    for (const { id, key } of keys) {
      if (known.get(id)?.key.equals(key) === false) throw problem(file, `holds another key ${id}`);
    }
    for (const key of keys) known.set(key.id, key);
    current = keys.at(-1) ?? keys[0];
    seen = state;
  };
  read();
  const readAgain = () => {
    try {
      if (existsSync(file)) read();
    } catch {
      // Damaged while people work: what was read before goes on, and the next start says what is wrong.
    }
  };
  return {
    current() {
      readAgain();
      return current;
    },
    find(id) {
      if (!known.has(id)) readAgain();
      return known.get(id);
    },
  };
}

function stateOf(file: string): string {
  const stats = statSync(file, { bigint: true, throwIfNoEntry: false });
  return stats ? `${stats.ino} ${stats.mtimeNs} ${stats.size}` : "none";
}

function problem(file: string, what: string): Error {
  return new Error(
    `The key file ${file} ${what}. Put a copy of it back; without it notes cannot be read.`,
  );
}
