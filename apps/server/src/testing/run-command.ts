// Runs a command as `pnpm studydesk` does, within the test's own process: loading the program anew for each would
// take most of the time. That the program itself starts and ends as it should, programs.test.ts shows.
import { vi } from "vitest";
import { runProgram } from "../cli/add-command";
import { createStudydesk } from "../cli/create-studydesk";
import { bareEnv } from "./bare-env";

export interface CommandResult {
  code: number;
  stdout: string;
  stderr: string;
}

/** One after the other: a process has one environment and one output. `settings` are all that is set of ours. */
export async function runCommand(
  words: readonly string[],
  settings: Readonly<Record<string, string>>,
): Promise<CommandResult> {
  const env = process.env;
  const written = { stdout: "", stderr: "" };
  const spies = (["stdout", "stderr"] as const).map((name) =>
    vi.spyOn(process[name], "write").mockImplementation((piece) => {
      written[name] += piece.toString();
      return true;
    }),
  );
  process.env = { ...bareEnv, ...settings };
  try {
    await runProgram(createStudydesk(), words);
    return { code: Number(process.exitCode ?? 0), ...written };
  } finally {
    process.exitCode = undefined;
    process.env = env;
    for (const spy of spies) spy.mockRestore();
  }
}
