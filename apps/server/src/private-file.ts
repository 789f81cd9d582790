// A file that holds one secret word, such as an address with its password: nobody else on the machine may
// read it, and no message says what stands in it.
import { readFileSync, statSync } from "node:fs";

export type PrivateFile = { ok: true; text: string } | { ok: false; problem: string };

export function readPrivateFile(file: string): PrivateFile {
  let mode: number;
  let text: string;
  try {
    mode = statSync(file).mode;
    text = readFileSync(file, "utf8").trim();
  } catch {
    return { ok: false, problem: `names ${file}, which cannot be read` };
  }
  if ((mode & 0o007) !== 0) {
    const problem = `names ${file}, which everybody on this machine may read. Close it with: chmod 600 ${file}`;
    return { ok: false, problem };
  }
  return { ok: true, text };
}
