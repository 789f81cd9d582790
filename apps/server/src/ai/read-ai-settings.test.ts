import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { EnvError, readEnv } from "../env";

const folder = mkdtempSync(join(tmpdir(), "studydesk-ai-"));
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, content: string, mode = 0o600): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  chmodSync(path, mode);
  return path;
}

const key = file("key", "sk-made-up\n");
const read = (variables: Record<string, string>) =>
  readEnv({ STUDYDESK_DATA: folder, ...variables }, "cli").ai;

function problemOf(variables: Record<string, string>): string {
  try {
    read(variables);
  } catch (error) {
    if (error instanceof EnvError) return error.message;
    throw error;
  }
  return "";
}

it("is off when nothing is set", () => {
  expect(read({})).toBeUndefined();
  expect(read({ AI_BASE_URL: " ", AI_MODEL: "", AI_KEY_FILE: "" })).toBeUndefined();
});

it("takes an address, a model and a key, or a server of one's own without a key", () => {
  const remote = { AI_BASE_URL: "https://api.example.org/v1/", AI_MODEL: "m", AI_KEY_FILE: key };
  expect(read(remote)).toEqual({
    baseUrl: "https://api.example.org/v1",
    model: "m",
    key: "sk-made-up",
  });
  const own = { AI_BASE_URL: "http://ollama:11434/v1", AI_MODEL: "m" };
  expect(read(own)).toEqual({ baseUrl: "http://ollama:11434/v1", model: "m", key: undefined });
});

it.each<[variables: Record<string, string>, problem: string]>([
  [{ AI_MODEL: "m" }, "AI_BASE_URL is not set, although AI_MODEL is."],
  [{ AI_KEY_FILE: key }, "AI_BASE_URL is not set, although AI_KEY_FILE is."],
  [{ AI_BASE_URL: "https://a.example" }, "AI_MODEL is not set, although AI_BASE_URL is."],
  [{ AI_BASE_URL: "api.example.org", AI_MODEL: "m" }, "AI_BASE_URL must be a whole address"],
  [{ AI_BASE_URL: "https://u:p@a.example", AI_MODEL: "m" }, "AI_BASE_URL must be an address alone"],
  [
    { AI_BASE_URL: "http://a.example", AI_MODEL: "m", AI_KEY_FILE: key },
    "AI_BASE_URL must start with https://: a key never travels in the open.",
  ],
  [
    { AI_BASE_URL: "https://a.example", AI_MODEL: "m", AI_KEY_FILE: join(folder, "none") },
    "which cannot be read.",
  ],
  [
    {
      AI_BASE_URL: "https://a.example",
      AI_MODEL: "m",
      AI_KEY_FILE: file("open", "sk-made-up", 0o644),
    },
    "which everybody on this machine may read.",
  ],
  [
    { AI_BASE_URL: "https://a.example", AI_MODEL: "m", AI_KEY_FILE: file("empty", " \n") },
    "which holds no key",
  ],
])("stops the start for %j", (variables, problem) => {
  const said = problemOf(variables);
  expect(said).toContain(problem);
  expect(said).toContain(". Example: AI_");
  expect(said).not.toContain("sk-made-up");
});
