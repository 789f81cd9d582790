import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { readNamedEnds, requireTrail } from "./read-audit-files";

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "studydesk-audit-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

it.each([
  ["a folder", "", "is a folder. Name a"],
  ["a file that is not there", "none", "There is no file"],
  ["an empty file", "empty", "is empty. Name a"],
])("says so of %s, in place of a trail or of kept ends", async (_, name, sentence) => {
  const folder = newFolder();
  writeFileSync(join(folder, "empty"), "");
  await expect(requireTrail(join(folder, name))).rejects.toThrow(sentence);
  await expect(readNamedEnds(join(folder, name))).rejects.toThrow(sentence);
});

it("takes no other file for a trail, nor for ends of one", async () => {
  const file = join(newFolder(), "audit.jsonl");
  writeFileSync(file, "%PDF-1.7");
  await expect(requireTrail(file)).rejects.toThrow("does not begin as an exported trail does");
  await expect(readNamedEnds(file)).rejects.toThrow("No end of an audit trail stands in");
  writeFileSync(file, '{"studydeskAudit":1,"excerpt":false');
  await requireTrail(file);
});

it.skipIf(process.getuid?.() === 0)(
  "says so of a file that is somebody else's (skipped as root, who may read all)",
  async () => {
    const file = join(newFolder(), "audit.jsonl");
    writeFileSync(file, "{}");
    chmodSync(file, 0);
    await expect(requireTrail(file)).rejects.toThrow("look whose it is");
  },
);
