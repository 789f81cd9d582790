import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { repositoryRoot } from "../env";
import { bareEnv } from "../testing/bare-env";

const folder = mkdtempSync(join(tmpdir(), "studydesk-cli-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs one of the programs as a person would, with only these variables of ours set. */
async function run(
  program: string,
  args: readonly string[],
  variables: Record<string, string> = {},
) {
  const child = spawn(
    process.execPath,
    ["--import", "tsx", join(import.meta.dirname, program), ...args],
    { cwd: repositoryRoot, env: { ...bareEnv, ...variables }, stdio: ["ignore", "pipe", "pipe"] },
  );
  let out = "";
  let err = "";
  child.stdout.on("data", (text) => {
    out += text;
  });
  child.stderr.on("data", (text) => {
    err += text;
  });
  const code = await new Promise((resolve) => child.once("close", resolve));
  return { code, out, err };
}

it.each([
  ["serve.ts", [], {}, "STUDYDESK_DATA is not set"],
  ["demo.ts", ["--no-build"], { HOST: "0.0.0.0" }, "HOST must stay on this machine"],
  [
    "studydesk.ts",
    ["import-study", "nowhere.json", "--json"],
    { STUDYDESK_DATA: folder },
    "nowhere.json",
  ],
] as const)(
  "%s %j with %j ends with one sentence and code 1",
  async (program, args, env, words) => {
    const { code, out, err } = await run(program, args, env);
    expect({ code, out }).toEqual({ code: 1, out: "" });
    expect(err).toContain(words);
    expect(err.trim().split("\n")).toHaveLength(1);
  },
);
