// `pnpm dev`: the demo's server, restarted when its sources change, with both front ends built anew as
// they are edited. The desk is opened at Vite's address, which passes the API on to the server.
import { type ChildProcess, spawn } from "node:child_process";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { dashboardDist, studySiteDist } from "../built-site";
import { readEnv } from "../env";
import { findFreePort } from "./find-free-port";

const require = createRequire(import.meta.url);
const vite = join(dirname(require.resolve("vite/package.json")), "bin/vite.js");
const { host, port: wished } = readEnv(process.env, "demo");
const port = await findFreePort(host, wished);
const demo = join(import.meta.dirname, "demo.ts");

const children: ChildProcess[] = [
  run("tsx", ["watch", "--clear-screen=false", demo, "--no-open", "--no-build"], process.cwd()),
  run(process.execPath, [vite, "build", "--watch"], dirname(studySiteDist)),
  run(process.execPath, [vite, "--clearScreen", "false"], dirname(dashboardDist)),
];

function run(command: string, args: readonly string[], cwd: string): ChildProcess {
  const child = spawn(command, args, {
    cwd,
    stdio: ["ignore", "inherit", "inherit"],
    env: {
      ...process.env,
      NODE_ENV: "development",
      PORT: String(port),
      STUDYDESK_DEV_SERVER: `http://${host}:${port}`,
    },
  });
  child.once("exit", stopAll);
  return child;
}

/** They belong together: when one ends, all do. */
function stopAll(): void {
  for (const child of children) child.kill("SIGTERM");
}

process.on("SIGINT", stopAll);
process.on("SIGTERM", stopAll);
