// Where uploaded files lie until they were read: under names that say nothing, readable by this program's
// own account alone. None outlives its import.
import { mkdir, readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { listStoredImports } from "@studydesk/db/imports/import-queries";
import { DomainError } from "@studydesk/domain/errors";
import type { Deps } from "../deps";

type FileDeps = Pick<Deps, "importsFolder">;

/** Throws rule_broken where this installation keeps no files. */
export function requireImportsFolder({ importsFolder }: FileDeps): string {
  if (importsFolder !== undefined) return importsFolder;
  throw new DomainError(
    "rule_broken",
    "This server has no folder for uploaded files. Ask whoever runs it to set STUDYDESK_DATA.",
    { reason: "no_folder" },
  );
}

export function importFile(deps: FileDeps, storedAs: string): string {
  return join(requireImportsFolder(deps), storedAs);
}

export async function makeImportsFolder(deps: FileDeps): Promise<string> {
  const folder = requireImportsFolder(deps);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  return folder;
}

/** Nothing happens when it is gone already. */
export async function deleteImportFile(deps: FileDeps, storedAs: string | null): Promise<void> {
  if (storedAs === null || deps.importsFolder === undefined) return;
  await rm(importFile(deps, storedAs), { force: true });
}

/** Files that no import names, left by a crash; one that is just being sent is younger than this. */
export async function sweepImportFiles(
  deps: Pick<Deps, "db" | "importsFolder">,
  olderThanMs: number,
): Promise<void> {
  if (deps.importsFolder === undefined) return;
  const named = new Set((await listStoredImports(deps.db)).map(({ storedAs }) => storedAs));
  const files = await readdir(deps.importsFolder).catch(() => []);
  for (const file of files.filter((name) => !named.has(name))) {
    const path = join(deps.importsFolder, file);
    const found = await stat(path).catch(() => undefined);
    // The file system's clock on both sides.
    if (found && Date.now() - found.mtimeMs > olderThanMs) await rm(path, { force: true });
  }
}
