// A real server in a process of its own, to be killed, stopped and started again on the same database.
import { type ChildProcess, spawn } from "node:child_process";
import { join, resolve } from "node:path";
import { isPostgresUrl } from "@studydesk/db/open-database";
import { findPort } from "@studydesk/db/testing/find-port";
import { onTestFinished } from "vitest";

const root = resolve(import.meta.dirname, "../../../..");

export interface ServerProcess {
  url: string;
  pid: number;
  /** As the power going out, to this process. */
  kill(): Promise<void>;
  /** As an administrator stops it. */
  stop(): Promise<void>;
  /** What it logged so far. */
  log(): string;
}

/** On the desk's database; it ends with the test. */
export async function startServer(
  { folder, databaseUrl }: { folder: string; databaseUrl: string },
  settings: Record<string, string> = {},
): Promise<ServerProcess> {
  const url = `http://127.0.0.1:${await findPort()}`;
  const child = spawn(
    join(root, "node_modules/.bin/node"),
    [
      "--max-semi-space-size=8",
      "--max-old-space-size=160",
      "--import",
      "tsx",
      "apps/server/src/testing/serve-alone.ts",
    ],
    {
      cwd: root,
      stdio: ["ignore", "pipe", "pipe"],
      env: {
        ...process.env,
        PORT: new URL(url).port,
        STUDYDESK_URL: url,
        STUDYDESK_DATA: folder,
        STUDYDESK_SECRET_FILE: join(folder, "secret"),
        // Every visitor of a test comes from a network of their own.
        TRUST_PROXY: "1",
        LOG_LEVEL: "warn",
        REGISTRY_URL: "http://127.0.0.1:9",
        ...(isPostgresUrl(databaseUrl) ? { DATABASE_URL: databaseUrl } : {}),
        ...settings,
      },
    },
  );
  let written = "";
  await new Promise<void>((ready, failed) => {
    const read = (chunk: Buffer) => {
      written += chunk.toString();
      if (written.includes("Studydesk runs at")) ready();
    };
    child.stdout.on("data", read);
    child.stderr.on("data", read);
    child.once("error", failed);
    child.once("exit", (code) => failed(new Error(`The server stopped with ${code}:\n${written}`)));
  });
  const stop = () => end(child, "SIGTERM");
  onTestFinished(stop);
  const { pid } = child;
  if (pid === undefined) throw new Error("The server has no process.");
  return { url, pid, kill: () => end(child, "SIGKILL"), stop, log: () => written };
}

function end(child: ChildProcess, signal: "SIGKILL" | "SIGTERM"): Promise<void> {
  return new Promise((ended) => {
    if (child.exitCode !== null || child.signalCode !== null) return ended();
    child.once("exit", () => ended());
    child.kill(signal);
  });
}
