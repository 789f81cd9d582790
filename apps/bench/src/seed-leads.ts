// Fills a data folder with made-up leads, by the command that a person would use.
import { spawn } from "node:child_process";
import { join } from "node:path";
import { root } from "./start-demo";

export async function seedLeads(folder: string, leads: number): Promise<void> {
  const child = spawn(
    join(root, "node_modules/.bin/tsx"),
    ["apps/server/src/cli/studydesk.ts", "seed", "--leads", String(leads), "--seed", "1", "--json"],
    {
      cwd: root,
      stdio: ["ignore", "ignore", "inherit"],
      env: { ...process.env, STUDYDESK_DATA: folder },
    },
  );
  const code = await new Promise((ended, failed) => {
    child.once("exit", ended);
    child.once("error", failed);
  });
  if (code !== 0) throw new Error(`seed stopped with ${String(code)}.`);
}
