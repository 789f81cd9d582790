/// <reference types="node" />
// docs/security/open-share.mjs opens a share without a line of this package: whoever keeps a link and a
// passcode can read the note for as long as any Node runs.
import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";
import vectorFile from "./vectors.json";

const opener = resolve(import.meta.dirname, "../../../docs/security/open-share.mjs");
const vectorsPath = join(import.meta.dirname, "vectors.json");
const run = (...options: string[]) => promisify(execFile)(process.execPath, [opener, ...options]);

describe("The independent opener", () => {
  it("is short enough to be read: fewer than 80 lines, and nothing but Node's own modules", () => {
    const source = readFileSync(opener, "utf8");
    expect(source.trimEnd().split("\n").length).toBeLessThan(80);
    const imported = [...source.matchAll(/from "(?<name>[^"]+)"/g)].map(
      ({ groups }) => groups?.name,
    );
    expect(imported.filter((name) => !name?.startsWith("node:"))).toEqual([]);
  });

  it("opens every vector", async () => {
    const { stdout } = await run("--vectors", vectorsPath);
    const all = vectorFile.vectors.map(({ payload }) => JSON.stringify(payload, null, 2));
    expect(stdout).toBe(`${all.join("\n")}\n`);
  });

  it("opens nothing once a ciphertext lies under another id", async () => {
    const [first, second] = vectorFile.vectors;
    const folder = await mkdtemp(join(tmpdir(), "opener-"));
    const path = join(folder, "swapped.json");
    await writeFile(path, JSON.stringify({ vectors: [{ ...first, id: second?.id }] }));
    await expect(run("--vectors", path)).rejects.toMatchObject({ stdout: "" });
    await rm(folder, { recursive: true });
  });
});
