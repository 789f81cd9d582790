// A server under measurement as a process of its own: on a free port, ended when the measurement is.
import { spawn, spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../start-demo";

const mostRead = 20_000;

export const bin = join(root, "node_modules/.bin");

export interface ServerProcess {
  pid: number;
  port: number;
  stop(): Promise<void>;
}

/** Waits until the process writes where it listens. */
export async function runProcess(
  command: readonly string[],
  env: NodeJS.ProcessEnv = {},
): Promise<ServerProcess> {
  const child = spawn(join(bin, "node"), command, {
    cwd: root,
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, PATH: `${bin}:${process.env.PATH}`, NODE_ENV: "production", ...env },
  });
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  let written = "";
  const port = await new Promise<number>((found, failed) => {
    // What it writes later, a log of every request for one, is read and dropped.
    const read = (chunk: Buffer) => {
      if (written.length > mostRead) return;
      written += chunk.toString();
      const match = /http:\/\/127\.0\.0\.1:(\d+)\s/.exec(written);
      if (match) found(Number(match[1]));
    };
    child.stdout.on("data", read);
    child.stderr.on("data", read);
    child.once("error", failed);
    child.once("exit", (code) => failed(new Error(`A server stopped with ${code}:\n${written}`)));
  });
  const { pid } = child;
  if (pid === undefined) throw new Error("A server has no process.");
  return {
    pid,
    port,
    async stop() {
      child.kill("SIGTERM");
      await ended;
    },
  };
}

/** Megabytes that the process holds in memory now. */
export function readMemory(pid: number): number {
  const { stdout } = spawnSync("ps", ["-o", "rss=", "-p", String(pid)], { encoding: "utf8" });
  return Number(stdout.trim()) / 1024;
}

/** Processor time that the process has used so far, in milliseconds; 0 where the system does not tell. */
export function readProcessorTime(pid: number): number {
  const file = `/proc/${pid}/stat`;
  if (!existsSync(file)) return 0;
  const fields = readFileSync(file, "utf8")
    .replace(/^.*\) /, "")
    .split(" ");
  // In hundredths of a second: the program's own time and the kernel's for it.
  return (Number(fields[11]) + Number(fields[12])) * 10;
}
