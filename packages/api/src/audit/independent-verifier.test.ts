// docs/security/verify-audit.mjs checks an exported trail without a line of this package.
import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { setAuditSigner } from "@studydesk/db/audit/audit-signer";
import { openTestSqlite } from "@studydesk/db/testing/every-engine";
import { describe, expect, it, onTestFinished } from "vitest";
import { buildAuditTrail } from "../testing/build-audit";
import { buildDeps } from "../testing/build-deps";
import { createAuditSigner } from "./create-audit-signer";
import { exportWholeAudit } from "./export-audit";

const verifier = resolve(import.meta.dirname, "../../../../docs/security/verify-audit.mjs");
const run = (...files: string[]) => promisify(execFile)(process.execPath, [verifier, ...files]);

async function build() {
  const { db } = await openTestSqlite();
  const deps = buildDeps(db);
  await buildAuditTrail(db, 3);
  setAuditSigner(db, createAuditSigner(deps.keys.audit));
  let text = "";
  for await (const piece of await exportWholeAudit(deps, null)) text += piece;
  const folder = mkdtempSync(join(tmpdir(), "studydesk-verifier-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const write = (name: string, content: string) => {
    const file = join(folder, name);
    writeFileSync(file, content);
    return file;
  };
  return { text, write };
}

describe("The independent verifier", () => {
  it("is short enough to be read: fewer than 80 lines, and nothing but Node's own modules", () => {
    const source = readFileSync(verifier, "utf8");
    expect(source.trimEnd().split("\n").length).toBeLessThan(80);
    const imported = [...source.matchAll(/from "([^"]+)"/g)].map(([, name]) => name);
    expect(imported.filter((name) => !name?.startsWith("node:"))).toEqual([]);
  });

  it("finds that an exported trail holds, also against the ends that were kept", async () => {
    const { text, write } = await build();
    const file = write("whole.jsonl", text);
    expect((await run(file)).stdout).toContain("Holds: 7 rows, 4 signatures");
    const row = JSON.parse(
      text.split("\n").find((line) => line.includes('"sequence":4')) ?? "",
    ).row;
    const heads = write("heads.jsonl", `${JSON.stringify({ sequence: 4, sha256: row.sha256 })}\n`);
    expect((await run(file, heads)).stdout).toContain("Holds");
    const later = write("later.jsonl", `${JSON.stringify({ sequence: 99, sha256: row.sha256 })}\n`);
    await expect(run(file, later)).rejects.toMatchObject({ code: 1 });
  });

  it.each<[string, (lines: string[]) => string[], string]>([
    [
      "an edited row",
      (lines) => lines.map((line) => line.replace('"subjectId":"101"', '"subjectId":"9"')),
      "A row was changed; the last row that holds: 2",
    ],
    [
      "a row that is gone",
      (lines) => lines.filter((l) => !l.startsWith('{"row":{"sequence":4')),
      "the last row that holds: 3",
    ],
    ["a cut end", (lines) => [...lines.slice(0, -2), ""], "The end was cut off"],
    [
      "another spelling",
      (lines) => lines.map((line) => line.replace('{"head":{', '{"head": {')),
      "not in its one spelling",
    ],
    [
      "another time of export",
      (lines) => lines.map((line) => line.replace('"exportedAt":"2', '"exportedAt":"3')),
      "The file was changed",
    ],
  ])("finds %s", async (_, spoil, words) => {
    const { text, write } = await build();
    const file = write("spoiled.jsonl", spoil(text.split("\n")).join("\n"));
    await expect(run(file)).rejects.toMatchObject({
      code: 1,
      stderr: expect.stringContaining(words),
    });
  });
});
