// A program of the server's CLI in a process of its own, as pnpm starts it from the repository's root.
import { type ChildProcessByStdio, spawn } from "node:child_process";
import { join, resolve } from "node:path";
import type { Readable } from "node:stream";

const root = resolve(import.meta.dirname, "../../../..");

export function startProgram(
  name: "demo" | "serve" | "studydesk",
  words: readonly string[],
  settings: Record<string, string>,
): ChildProcessByStdio<null, Readable, Readable> {
  const bin = join(root, "node_modules/.bin");
  return spawn(join(bin, "tsx"), [`apps/server/src/cli/${name}.ts`, ...words], {
    cwd: root,
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, PATH: [bin, process.env.PATH].join(":"), ...settings },
  });
}
