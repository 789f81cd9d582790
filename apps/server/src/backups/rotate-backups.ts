// Which backups go once a new one stands: for each of the last days, weeks and months that are kept, the newest
// stays. Only files under our own names go, with a manifest that says that they are of this installation.
import { readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { type BackupManifest, readManifest } from "./backup-manifest";
import { manifestName, timeOfBackup } from "./backup-names";
import { syncPath } from "./durable-files";
import type { Keep } from "./read-keep";

/** Call it only after `newest` was verified and named. Answers what went. */
export async function rotateBackups(
  folder: string,
  newest: BackupManifest,
  keep: Keep,
): Promise<string[]> {
  const { auditStart } = newest.database;
  // Nothing has happened in this installation, so nothing tells its backups from another's.
  if (auditStart === null) return [];
  const own: string[] = [];
  for (const name of await readdir(folder)) {
    if (timeOfBackup(name) === undefined) continue;
    const manifest = await readManifest(join(folder, manifestName(name)));
    if (manifest?.file === name && manifest.database.auditStart === auditStart) own.push(name);
  }
  const kept = new Set([newest.file, ...namesToKeep(own, keep)]);
  const gone = own.filter((name) => !kept.has(name)).sort();
  for (const name of gone) {
    // Without its manifest a file is no backup: cut short in between, none looks whole that is not.
    await rm(join(folder, manifestName(name)));
    await rm(join(folder, name));
  }
  if (gone.length > 0) await syncPath(folder);
  return gone;
}

/** The newest of each of the last days, weeks and months that have one. */
export function namesToKeep(names: readonly string[], keep: Keep): Set<string> {
  const dated = names
    .flatMap((name) => {
      const at = timeOfBackup(name);
      return at ? [{ name, at }] : [];
    })
    .sort((a, b) => b.at.getTime() - a.at.getTime());
  const kept = new Set<string>();
  const periods = [
    { periodOf: (at: Date) => at.toISOString().slice(0, 10), most: keep.days },
    { periodOf: weekOf, most: keep.weeks },
    { periodOf: (at: Date) => at.toISOString().slice(0, 7), most: keep.months },
  ];
  for (const { periodOf, most } of periods) {
    const seen = new Set<string | number>();
    for (const { name, at } of dated) {
      if (seen.size === most) break;
      const period = periodOf(at);
      if (!seen.has(period)) kept.add(name);
      seen.add(period);
    }
  }
  return kept;
}

/** Weeks begin on Monday, in UTC; the first day of 1970 was a Thursday. */
function weekOf(at: Date): number {
  return Math.floor((at.getTime() / 86_400_000 + 3) / 7);
}
