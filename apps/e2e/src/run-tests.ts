// Everything that must hold, each step counted, with one closing line. `check` is the fast part, `e2e` the
// browser's, `all` both side by side: either waits for disks and pages half of its time.
import { spawn } from "node:child_process";
import { chmodSync, mkdtempSync, readFileSync, rmSync, statfsSync } from "node:fs";
import { freemem, tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { createInterface } from "node:readline";
import { z } from "zod";

const root = resolve(import.meta.dirname, "../../..");
const reports = mkdtempSync(join(tmpdir(), "studydesk-reports-"));
const quickFolder = makeQuickFolder();

interface Count {
  passed: number;
  failed: number;
  skipped: number;
}

interface Step {
  title: string;
  command: string[];
  env?: Record<string, string>;
  /** Reads the runner's own count; without one, the step itself is one check. */
  count?: () => Count;
}

const vitestReport = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  numFailedTestSuites: z.number(),
});
const playwrightReport = z.object({
  stats: z.object({
    expected: z.number(),
    unexpected: z.number(),
    flaky: z.number(),
    skipped: z.number(),
  }),
});

const reading: Step[] = [
  { title: "Format and lint", command: ["biome", "ci", "."] },
  { title: "Types", command: ["pnpm", "types"] },
  { title: "Unused files, exports and dependencies", command: ["knip"] },
];

const unit: Step = {
  title: "Unit tests, on both databases",
  command: [
    "vitest",
    "run",
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${report("unit")}`,
  ],
  count: () => {
    const read = vitestReport.parse(readJson("unit"));
    // A suite that could not even be loaded has no tests to fail.
    const failed = read.numFailedTests || read.numFailedTestSuites;
    return { passed: read.numPassedTests, failed, skipped: read.numPendingTests };
  },
  env: quickFolder === undefined ? {} : { TMPDIR: quickFolder },
};

const build: Step = { title: "Build", command: ["pnpm", "build"] };

function browser(title: string, project: string, looks: "one" | "both" = "one"): Step {
  return {
    title,
    command: ["playwright", "test", "-c", "apps/e2e/playwright.config.ts", `--project=${project}`],
    env: { LOOKS: looks, ...(quickFolder === undefined ? {} : { QUICK_FOLDER: quickFolder }) },
    count: () => {
      const { stats } = playwrightReport.parse(readJson("browser"));
      // A journey that needed a second try is not trusted.
      return {
        passed: stats.expected,
        failed: stats.unexpected + stats.flaky,
        skipped: stats.skipped,
      };
    },
  };
}

/** Takes minutes and half an hour: hostile words at full size, and long histories behind every report. */
const fuzz: Step = {
  title: "Fuzzing at full size",
  command: [
    ...["vitest", "run", "apps/server/src/public/hostile-input.test.ts"],
    "apps/server/src/http-fuzz.test.ts",
    "packages/api/src/reports/random-histories.test.ts",
  ],
  env: { FUZZ: "full", STUDYDESK_HISTORIES: "10000" },
};

/** Takes an hour or two: real servers that are killed, filled up, cut off and set against one another. */
const faults: Step = {
  title: "Faults at full size",
  // One after the other: they measure, too.
  command: ["vitest", "run", "--no-file-parallelism", "apps/e2e/faults"],
  env: { FAULTS: "full" },
};

const checks = [...reading, unit];
const journeys = [build, browser("Browser journeys", "journeys")];

/** Lanes run side by side, the steps of a lane one after the other. */
const plans: Record<string, Step[][]> = {
  check: [checks],
  fuzz: [[fuzz]],
  faults: [[faults]],
  e2e: [[build, browser("Browser journeys", "journeys", "both")]],
  screenshots: [[build, browser("Screenshots", "screenshots")]],
  all: [checks, journeys],
};

/**
 * The databases of thousands of tests live for a moment each: in memory, where there is plenty, none of them
 * waits for a disk. Undefined elsewhere.
 */
function makeQuickFolder(): string | undefined {
  const shared = "/dev/shm";
  const gibibyte = 2 ** 30;
  try {
    const { bavail, bsize } = statfsSync(shared);
    if (bavail * bsize < 4 * gibibyte || freemem() < 6 * gibibyte) return undefined;
    const folder = mkdtempSync(join(shared, "studydesk-"));
    // PostgreSQL runs as somebody else where the tests run as root.
    chmodSync(folder, 0o755);
    return folder;
  } catch {
    return undefined;
  }
}

function report(name: string): string {
  return join(reports, `${name}.json`);
}

function readJson(name: string): unknown {
  return JSON.parse(readFileSync(report(name), "utf8"));
}

async function run(step: Step, mark: string): Promise<Count> {
  process.stdout.write(`\n${mark}── ${step.title}\n`);
  const [program = "", ...rest] = step.command;
  const code = await new Promise<number>((done) => {
    const child = spawn(program, rest, {
      cwd: root,
      stdio: mark === "" ? ["ignore", "inherit", "inherit"] : ["ignore", "pipe", "pipe"],
      env: {
        ...process.env,
        ...step.env,
        PATH: [
          join(root, "node_modules/.bin"),
          join(root, "apps/e2e/node_modules/.bin"),
          process.env.PATH,
        ].join(":"),
        PLAYWRIGHT_JSON_OUTPUT_NAME: report("browser"),
        // A hundred servers and commands are begun by tests: each is spared what the one before compiled.
        NODE_COMPILE_CACHE: join(quickFolder ?? reports, "compiled"),
      },
    });
    for (const output of [child.stdout, child.stderr]) {
      if (!output) continue;
      const lines = createInterface({ input: output });
      lines.on("line", (line) => process.stdout.write(`${mark}${line}\n`));
    }
    child.on("error", () => done(1));
    child.on("close", (exitCode) => done(exitCode ?? 1));
  });
  if (!step.count) return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0 };
  try {
    const counted = step.count();
    // A runner that stopped with an error and counted no failure still failed.
    return code !== 0 && counted.failed === 0 ? { ...counted, failed: 1 } : counted;
  } catch {
    return { passed: 0, failed: 1, skipped: 0 };
  }
}

const total: Count = { passed: 0, failed: 0, skipped: 0 };
const failedSteps: string[] = [];

async function runLane(steps: readonly Step[], mark: string): Promise<void> {
  for (const step of steps) {
    const counted = await run(step, mark);
    total.passed += counted.passed;
    total.failed += counted.failed;
    total.skipped += counted.skipped;
    if (counted.failed > 0) failedSteps.push(step.title);
  }
}

const lanes = plans[process.argv[2] ?? "all"];
if (!lanes) throw new Error(`Say one of: ${Object.keys(plans).join(", ")}.`);
// Whose line it is stands before it, where two speak at once.
await Promise.all(lanes.map((steps, at) => runLane(steps, lanes.length > 1 ? `${at + 1} │ ` : "")));
rmSync(reports, { recursive: true, force: true });
if (quickFolder !== undefined) rmSync(quickFolder, { recursive: true, force: true });
if (failedSteps.length > 0) process.stdout.write(`\nFailed: ${failedSteps.join(", ")}\n`);
const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : "";
process.stdout.write(`\n${total.passed} passed, ${total.failed} failed${skipped}\n`);
process.exitCode = total.failed > 0 ? 1 : 0;
