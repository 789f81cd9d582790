// Where the desk of a journey keeps its data: in memory where the test run found plenty, and with the demo
// made up already.
import { cpSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export const quickFolder = process.env.QUICK_FOLDER ?? tmpdir();

export function makeDeskFolder(): string {
  const folder = mkdtempSync(join(quickFolder, "studydesk-e2e-"));
  const demo = process.env.DEMO_FOLDER;
  if (demo === undefined) throw new Error("No demo was made before the journeys.");
  cpSync(demo, folder, { recursive: true });
  return folder;
}
