// Builds what browsers get, both at once, when a source is newer than the last build. On a machine that
// built it before, this costs a look at the files' times.
import { spawn } from "node:child_process";
import { readdirSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { dashboardDist, studySiteDist } from "../built-site";
import { repositoryRoot } from "../env";

interface FrontEnd {
  name: string;
  folder: string;
  /** Written anew by every build. */
  mark: string;
}

const frontEnds: readonly FrontEnd[] = [
  {
    name: "the public pages",
    folder: dirname(studySiteDist),
    mark: join(studySiteDist, ".vite", "manifest.json"),
  },
  { name: "the desk", folder: dirname(dashboardDist), mark: join(dashboardDist, "index.html") },
];

/** What both import besides their own folder. */
const shared = ["packages/domain", "packages/sealing", "packages/anchors", "pnpm-lock.yaml"].map(
  (path) => join(repositoryRoot, path),
);

export async function buildStaleFrontEnds(log: (line: string) => void): Promise<void> {
  const sharedAt = newest(shared);
  const stale = frontEnds.filter(
    ({ folder, mark }) => newest([mark]) < Math.max(sharedAt, newest([folder])),
  );
  await Promise.all(
    stale.map(async (frontEnd) => {
      log(`Building ${frontEnd.name} …`);
      const startedAt = performance.now();
      await build(frontEnd);
      log(`Built ${frontEnd.name} in ${((performance.now() - startedAt) / 1000).toFixed(1)} s`);
    }),
  );
}

function build({ name, folder }: FrontEnd): Promise<void> {
  const vite = join(
    dirname(createRequire(import.meta.url).resolve("vite/package.json")),
    "bin/vite.js",
  );
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [vite, "build", "--logLevel", "error"], {
      cwd: folder,
      stdio: ["ignore", "ignore", "pipe"],
      env: { ...process.env, NODE_ENV: "production" },
    });
    let said = "";
    child.stderr.on("data", (text) => {
      said += text;
    });
    child.once("error", reject);
    child.once("exit", (code) => {
      if (code === 0) return resolve();
      process.stderr.write(said);
      reject(new Error(`Building ${name} failed; what the builder said stands above.`));
    });
  });
}

/** The newest time of change among these files and below these folders, in milliseconds; 0 without any. */
function newest(paths: readonly string[]): number {
  return Math.max(0, ...paths.map(timeOf));
}

function timeOf(path: string): number {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found) return 0;
  if (!found.isDirectory()) return found.mtimeMs;
  const inside = readdirSync(path)
    .filter((name) => !["node_modules", "dist"].includes(name) && !name.startsWith("."))
    .map((name) => join(path, name));
  return newest(inside);
}
