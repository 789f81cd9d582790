// Everything that must hold, each step counted, with one closing line. `check` is the fast part, `e2e` the
// browser's, `all` both side by side: either waits for disks and pages half of its time.
import { spawn } from "node:child_process";
import { chmodSync, mkdtempSync, readFileSync, rmSync, statfsSync } from "node:fs";
import { freemem, tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { createInterface } from "node:readline";
import { type Outcome, readPlaywrightReport, readVitestReport } from "./read-report";

const root = resolve(import.meta.dirname, "../../..");
const reports = mkdtempSync(join(tmpdir(), "studydesk-reports-"));
const quickFolder = makeQuickFolder();

interface Step {
  title: string;
  command: string[];
  env?: Record<string, string>;
  /** Reads the runner's own report; without one, the step itself is one check. */
  outcome?: () => Outcome;
}

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
  outcome: () => readVitestReport(readJson("unit")),
  env: quickFolder === undefined ? {} : { TMPDIR: quickFolder },
};

const build: Step = { title: "Build", command: ["pnpm", "build"] };

function browser(title: string, project: string, looks: "one" | "both" = "one"): Step {
  return {
    title,
    command: ["playwright", "test", "-c", "apps/e2e/playwright.config.ts", `--project=${project}`],
    env: { LOOKS: looks, ...(quickFolder === undefined ? {} : { QUICK_FOLDER: quickFolder }) },
    outcome: () => readPlaywrightReport(readJson("browser")),
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

async function run(step: Step, mark: string): Promise<Outcome> {
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
  const stopped: Outcome = { passed: 0, failed: 1, skipped: 0, failures: [step.title] };
  if (!step.outcome)
    return code === 0 ? { ...stopped, passed: 1, failed: 0, failures: [] } : stopped;
  try {
    const outcome = step.outcome();
    // A runner that stopped with an error and counted no failure still failed.
    return code !== 0 && outcome.failed === 0
      ? { ...outcome, failed: 1, failures: [step.title] }
      : outcome;
  } catch {
    return stopped;
  }
}

const total: Outcome = { passed: 0, failed: 0, skipped: 0, failures: [] };

async function runLane(steps: readonly Step[], mark: string): Promise<void> {
  for (const step of steps) {
    const outcome = await run(step, mark);
    total.passed += outcome.passed;
    total.failed += outcome.failed;
    total.skipped += outcome.skipped;
    total.failures.push(...outcome.failures);
  }
}

const lanes = plans[process.argv[2] ?? "all"];
if (!lanes) throw new Error(`Say one of: ${Object.keys(plans).join(", ")}.`);
// Whose line it is stands before it, where two speak at once.
await Promise.all(lanes.map((steps, at) => runLane(steps, lanes.length > 1 ? `${at + 1} │ ` : "")));
rmSync(reports, { recursive: true, force: true });
if (quickFolder !== undefined) rmSync(quickFolder, { recursive: true, force: true });
// Two lanes' lines and thousands of them stand above: what is wrong is said where one looks.
for (const failure of total.failures) process.stdout.write(`\nFailed: ${failure}\n`);
const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : "";
process.stdout.write(`\n${total.passed} passed, ${total.failed} failed${skipped}\n`);
process.exitCode = total.failed > 0 ? 1 : 0;
