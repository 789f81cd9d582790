// Begins the writing program in a process of its own, to be killed amid writing. It is put together into one
// file first: reading its hundreds of modules anew at each start would take most of the time.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { join, resolve } from "node:path";
import { createInterface } from "node:readline";
import { build } from "vite";
import { onTestFinished } from "vitest";
import { type FaultDesk, secret } from "./build-desk";
import type { WritingOrder } from "./writing-order";

const root = resolve(import.meta.dirname, "../../../..");

export interface Writer {
  /** Addresses of what it began and of what it said is kept, as far as it was heard. */
  begun: Set<string>;
  kept: Set<string>;
  /** Resolves once this many are kept. */
  hasKept(many: number): Promise<void>;
  /** Resolves when all that it had said was heard. */
  kill(): Promise<void>;
}

const programs = new WeakMap<FaultDesk, Promise<string>>();

/** `name` begins the addresses of its people; `under` is a program that begins it, its words last. */
export async function startWriter(
  desk: FaultDesk,
  name: string,
  under: readonly string[] = [],
): Promise<Writer> {
  const program = programs.get(desk) ?? putTogether(join(desk.folder, "writer"));
  programs.set(desk, program);
  const file = await program;
  const { databaseUrl, siteId, studyId, nctId, kim } = desk;
  const place = { databaseUrl, siteId, studyId, nctId, userId: kim.userId };
  const order: WritingOrder = { ...place, secret, name };
  const [command = "", ...words] = [...under, process.execPath, file, JSON.stringify(order)];
  const child = spawn(command, words, {
    stdio: ["ignore", "pipe", "inherit"],
    env: {
      PATH: process.env.PATH,
      NODE_COMPILE_CACHE: `${file}.compiled`,
      // What is no JavaScript is not in the one file.
      NODE_PATH: join(root, "packages/db/node_modules"),
    },
  });
  const ended = once(child, "close");
  const begun = new Set<string>();
  const kept = new Set<string>();
  let wanted = { many: Number.POSITIVE_INFINITY, reached: () => {} };
  createInterface(child.stdout).on("line", (line) => {
    const [word, email = ""] = line.split(" ");
    if (word === "begun") begun.add(email);
    if (word !== "kept") return;
    kept.add(email);
    if (kept.size >= wanted.many) wanted.reached();
  });
  const hasKept = (many: number) =>
    new Promise<void>((reached, failed) => {
      wanted = { many, reached };
      ended.then(([code, signal]) => failed(new Error(`It ended by itself: ${code ?? signal}.`)));
    });
  async function kill(): Promise<void> {
    child.kill("SIGKILL");
    await ended;
  }
  // It never ends by itself: a test that fails before must not leave it writing.
  onTestFinished(kill);
  return { begun, kept, hasKept, kill };
}

/** In a folder that goes with the test. */
async function putTogether(folder: string): Promise<string> {
  await build({
    configFile: false,
    logLevel: "error",
    // Under a test it would be put together for development.
    define: { "process.env.NODE_ENV": '"production"' },
    oxc: { jsx: { development: false } },
    ssr: { noExternal: true, external: ["better-sqlite3", "pg"] },
    build: {
      ssr: join(import.meta.dirname, "writing-program.ts"),
      outDir: folder,
      rolldownOptions: { output: { format: "cjs", entryFileNames: "writer.cjs" } },
    },
  });
  return join(folder, "writer.cjs");
}
