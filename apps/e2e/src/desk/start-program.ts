// A program of the server's CLI in one process of its own, from the repository's root. Not by the tsx
// command: that is a parent, and killing it would leave the server alive.
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
  const program = `apps/server/src/cli/${name}.ts`;
  return spawn(join(bin, "node"), ["--import", "tsx", program, ...words], {
    cwd: root,
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, PATH: [bin, process.env.PATH].join(":"), ...settings },
  });
}
