// The demo as a person starts it, on a free port and with data of its own; gone again afterwards.
import { spawn } from "node:child_process";
import { join, resolve } from "node:path";

export const root = resolve(import.meta.dirname, "../../..");

export interface Demo {
  url: string;
  stop(): Promise<void>;
}

/** `folder` holds its data; what is in it already is served. */
export async function startDemo(folder: string): Promise<Demo> {
  const bin = join(root, "node_modules/.bin");
  const child = spawn(
    join(bin, "node"),
    ["--import", "tsx", "apps/server/src/cli/demo.ts", "--no-open"],
    {
      cwd: root,
      stdio: ["ignore", "pipe", "inherit"],
      env: {
        ...process.env,
        PATH: `${bin}:${process.env.PATH}`,
        NODE_ENV: "production",
        PORT: "0",
        STUDYDESK_DATA: folder,
      },
    },
  );
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  let written = "";
  const url = await new Promise<string>((found, failed) => {
    child.stdout.on("data", (chunk: Buffer) => {
      written += chunk.toString();
      const match = /(http:\/\/127\.0\.0\.1:\d+)\/desk/.exec(written);
      if (match?.[1]) found(match[1]);
    });
    child.once("error", failed);
    child.once("exit", (code) => failed(new Error(`The demo stopped with ${code}:\n${written}`)));
  });
  return {
    url,
    async stop() {
      child.kill("SIGTERM");
      await ended;
    },
  };
}
