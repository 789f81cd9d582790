// What the runners' own reports say: how many tests held, and which did not, with the reason in a few lines.
import { stripVTControlCharacters } from "node:util";
import { z } from "zod";

export interface Outcome {
  passed: number;
  failed: number;
  skipped: number;
  /** Which did not hold, and why: a few lines each. */
  failures: string[];
}

const vitestReport = z.object({
  numPassedTests: z.number(),
  numPendingTests: z.number(),
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      message: z.string().optional(),
      assertionResults: z.array(
        z.object({
          fullName: z.string(),
          status: z.string(),
          failureMessages: z.array(z.string()).nullish(),
        }),
      ),
    }),
  ),
});

/** Reads the file of vitest's reporter "json". */
export function readVitestReport(report: unknown): Outcome {
  const { testResults, numPassedTests, numPendingTests } = vitestReport.parse(report);
  const failures = testResults
    .filter(({ status }) => status === "failed")
    .flatMap(({ name, message, assertionResults }) => {
      const failed = assertionResults.filter(({ status }) => status === "failed");
      // A suite that could not even be loaded has no tests to fail.
      if (failed.length === 0) return [describe(name, message)];
      return failed.map(({ fullName, failureMessages }) =>
        describe(`${name} › ${fullName}`, failureMessages?.join("\n")),
      );
    });
  return {
    passed: numPassedTests,
    failed: failures.length,
    skipped: numPendingTests,
    failures,
  };
}

const spec = z.object({
  title: z.string(),
  file: z.string(),
  ok: z.boolean(),
  tests: z.array(
    z.object({
      results: z.array(z.object({ error: z.object({ message: z.string() }).partial().optional() })),
    }),
  ),
});
const suite = z.object({
  specs: z.array(spec),
  get suites() {
    return z.array(suite).optional();
  },
});
const playwrightReport = z.object({
  suites: z.array(suite),
  stats: z.object({
    expected: z.number(),
    flaky: z.number(),
    unexpected: z.number(),
    skipped: z.number(),
  }),
});

/**
 * Reads the file of Playwright's reporter "json". What needed a second try is not trusted, unless the first
 * ended because the browser itself had crashed.
 */
export function readPlaywrightReport(report: unknown): Outcome {
  const { suites, stats } = playwrightReport.parse(report);
  const failures = suites.flatMap(specsOf).flatMap(({ file, title, ok, tests }) => {
    const errors = tests.flatMap(({ results }) => results.flatMap(({ error }) => error ?? []));
    const reasons = errors.map(({ message = "" }) => message);
    const isBrowsersFault =
      ok && reasons.every((reason) => /\b(Target|Page) crashed\b/.test(reason));
    return isBrowsersFault ? [] : [describe(`${file} › ${title}`, reasons.join("\n"))];
  });
  return {
    passed: stats.expected + stats.flaky + stats.unexpected - failures.length,
    failed: failures.length,
    skipped: stats.skipped,
    failures,
  };
}

function specsOf({ specs, suites = [] }: z.infer<typeof suite>): z.infer<typeof spec>[] {
  return [...specs, ...suites.flatMap(specsOf)];
}

function describe(title: string, reason = ""): string {
  const lines = stripVTControlCharacters(reason)
    .split("\n")
    .filter((line) => line.trim() !== "" && !/node_modules|<anonymous>/.test(line));
  return [title, ...lines.slice(0, 15).map((line) => `    ${line}`)].join("\n");
}
