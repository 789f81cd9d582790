// Questions at the terminal. They go to stderr, so that stdout stays the command's result.
import { createInterface } from "node:readline/promises";
import { Writable } from "node:stream";

export function canAsk(): boolean {
  return process.stdin.isTTY === true;
}

export async function ask(question: string): Promise<string> {
  return askWith(process.stderr, question);
}

/** What is typed is not shown. */
export async function askHidden(question: string): Promise<string> {
  process.stderr.write(question);
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  const typed = await askWith(nowhere, "");
  process.stderr.write("\n");
  return typed;
}

async function askWith(output: NodeJS.WritableStream, question: string): Promise<string> {
  const lines = createInterface({ input: process.stdin, output, terminal: true });
  try {
    const stopped = new Promise<never>((_, reject) => {
      lines.once("SIGINT", () => reject(new Error("Stopped. Nothing was changed.")));
      lines.once("close", () => reject(new Error("Stopped. Nothing was changed.")));
    });
    return await Promise.race([lines.question(question), stopped]);
  } finally {
    lines.close();
  }
}
