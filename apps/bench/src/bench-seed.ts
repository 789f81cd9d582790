// How long 100,000 leads with their histories take, by the command that a person would use.
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

const root = resolve(import.meta.dirname, "../../..");
const leads = 100_000;

export async function benchSeed(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "studydesk-bench-"));
  try {
    const answer = await run(folder, ["seed", "--leads", String(leads), "--seed", "1", "--json"]);
    const bytes = statSync(join(folder, "studydesk.db")).size;
    process.stdout.write(`${answer.trim()}\nDatabase: ${Math.round(bytes / 1_048_576)} MB\n`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function run(folder: string, command: readonly string[]): Promise<string> {
  return new Promise((done, failed) => {
    const child = spawn(
      join(root, "node_modules/.bin/tsx"),
      ["apps/server/src/cli/studydesk.ts", ...command],
      {
        cwd: root,
        stdio: ["ignore", "pipe", "inherit"],
        env: { ...process.env, STUDYDESK_DATA: folder },
      },
    );
    let output = "";
    child.stdout.on("data", (chunk: Buffer) => {
      output += chunk.toString();
    });
    child.once("error", failed);
    child.once("exit", (code) =>
      code === 0 ? done(output) : failed(new Error(`${command.join(" ")} stopped with ${code}.`)),
    );
  });
}
