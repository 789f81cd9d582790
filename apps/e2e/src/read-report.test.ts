import { describe, expect, it } from "vitest";
import { readPlaywrightReport, readVitestReport } from "./read-report";

const crash = "locator.click: Target crashed";

describe("the browser's report", () => {
  const spec = (title: string, ok: boolean, messages: (string | undefined)[]) => ({
    ...{ title, ok, file: "today.e2e.ts" },
    tests: [{ results: messages.map((message) => (message ? { error: { message } } : {})) }],
  });
  const read = (stats: object, specs: object[]) =>
    readPlaywrightReport({
      suites: [{ specs: [], suites: [{ specs }] }],
      stats: { expected: 0, flaky: 0, unexpected: 0, skipped: 0, ...stats },
    });

  it("counts what held, and a second try where the browser had crashed", () => {
    const specs = [spec("held", true, [undefined]), spec("held then", true, [crash, undefined])];
    expect(read({ expected: 1, flaky: 1 }, specs)).toEqual({
      ...{ passed: 2, failed: 0, skipped: 0, failures: [] },
    });
  });

  it("trusts no other second try, and no crash that came twice", () => {
    const specs = [
      spec("late", true, ["expected 1, and nothing crashed", undefined]),
      spec("gone", false, [crash, crash]),
    ];
    const { passed, failed, failures } = read({ flaky: 1, unexpected: 1 }, specs);
    expect({ passed, failed }).toEqual({ passed: 0, failed: 2 });
    expect(failures[0]).toBe("today.e2e.ts › late\n    expected 1, and nothing crashed");
    expect(failures[1]).toContain("today.e2e.ts › gone");
  });
});

it("the unit tests' report counts a file that could not be read as one failure, beside failed tests", () => {
  const test = (fullName: string, status: string, failureMessages: string[] = []) => ({
    ...{ fullName, status, failureMessages },
  });
  const outcome = readVitestReport({
    ...{ numPassedTests: 1, numPendingTests: 2 },
    testResults: [
      { name: "a.test.ts", status: "failed", message: "No module b.", assertionResults: [] },
      {
        ...{ name: "c.test.ts", status: "failed", message: "" },
        assertionResults: [test("adds", "failed", ["1 is not 2"]), test("lists", "passed")],
      },
    ],
  });
  expect(outcome).toEqual({
    ...{ passed: 1, failed: 2, skipped: 2 },
    failures: ["a.test.ts\n    No module b.", "c.test.ts › adds\n    1 is not 2"],
  });
});
