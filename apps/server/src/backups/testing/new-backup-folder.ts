// A folder for a test's backups, gone when the test ends.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";

export function newBackupFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "studydesk-backups-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
