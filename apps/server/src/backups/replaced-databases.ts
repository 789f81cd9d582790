// The databases that restores replaced: they lie on beside the present one, with everybody in them who was erased
// since. How they are called, and which are there.
import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import type { ReplacedDatabase } from "@studydesk/domain/backups/replaced-database";

const ownName = /^studydesk-replaced-(\d{4}-\d\d-\d\d)T(\d\d)(\d\d)(\d\d)Z\.db$/;

export function replacedName(at: Date): string {
  return `studydesk-replaced-${at.toISOString().slice(0, 19).replaceAll(":", "")}Z.db`;
}

/** Oldest first, by their names: a folder says when a file was last changed, not when it was put away. */
export async function listReplacedDatabases(folder: string): Promise<ReplacedDatabase[]> {
  const found: ReplacedDatabase[] = [];
  for (const fileName of (await readdir(folder)).sort()) {
    const [, day, hour, minute, second] = ownName.exec(fileName) ?? [];
    if (day === undefined) continue;
    // Deleted just now.
    const file = await stat(join(folder, fileName)).catch(() => undefined);
    if (!file?.isFile()) continue;
    found.push({ fileName, at: `${day}T${hour}:${minute}:${second}.000Z`, bytes: file.size });
  }
  return found;
}
