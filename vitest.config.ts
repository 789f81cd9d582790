// Unit tests of every package and app; the browser journeys have a runner of their own (apps/e2e).
import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

/** What starts other programs takes long, and would hold up the end: it goes first, however short its file is. */
class LongFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const isLong = ({ moduleId }: TestSpecification) => /\/(faults|cli)\//.test(moduleId);
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))];
  }
}

export default defineConfig({
  // As in real use; React checks and remembers much more otherwise.
  oxc: { jsx: { development: false } },
  test: {
    env: { NODE_ENV: "production" },
    include: [
      "packages/*/src/**/*.test.{ts,tsx}",
      "apps/*/src/**/*.test.{ts,tsx}",
      // Small here, whole by `pnpm faults`.
      "apps/e2e/faults/*.test.ts",
    ],
    exclude: ["**/node_modules/**"],
    globalSetup: ["packages/db/src/testing/prepare-databases.ts"],
    // More than a small machine has cores: tests wait for the disk and for other programs, too.
    maxWorkers: Math.max(3, availableParallelism()),
    sequence: { sequencer: LongFirst },
    // Every file in a process of its own would spend a third of the time on loading the same modules.
    isolate: false,
    // A machine under load is slow, never wrong: time decides no test.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
