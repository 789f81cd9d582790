// Made up once, before the first journey: every desk starts on a copy of these data.
import { mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { quickFolder } from "./desk-folder";
import { startDesk } from "./start-desk";

export default async function makeDemo(): Promise<() => void> {
  const folder = mkdtempSync(join(quickFolder, "studydesk-demo-"));
  const desk = await startDesk(folder);
  await desk.stop();
  process.env.DEMO_FOLDER = folder;
  return () => rmSync(folder, { recursive: true, force: true });
}
