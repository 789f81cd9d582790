// Makes one backup: a copy under a name that is no backup's, looked through, written to the disk, and only
// then named. Cut short anywhere, what is left is a hidden part that the next run clears away.
import { chmod, mkdir, open, readdir, realpath, rm } from "node:fs/promises";
import { dirname, isAbsolute, join, relative, sep } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { checkDatabase } from "@studydesk/db/backups/check-database";
import { copyDatabase } from "@studydesk/db/backups/copy-database";
import type { BackupStep } from "@studydesk/domain/backups/backup";
import { BackupError, explainBackupFault } from "./backup-error";
import { type BackupManifest, programVersion } from "./backup-manifest";
import { backupName, manifestName, partName, processOfPart } from "./backup-names";
import { digestFile, moveDurably, syncPath, writeDurably } from "./durable-files";
import { type Encryption, encryptFile } from "./encrypt-file";

export interface BackupParts {
  /** The SQLite file; a server may be at work on it. */
  databaseFile: string;
  folder: string;
  at: Date;
  encryption: Encryption | undefined;
  onProgress(step: BackupStep, done: number, total: number): void;
}

/** Throws a BackupError and nothing else. */
export async function makeBackup(parts: BackupParts): Promise<BackupManifest> {
  const { databaseFile, folder, at, encryption } = parts;
  const name = partName(at);
  const part = join(folder, name);
  // Unencrypted it never touches the folder that it is encrypted for.
  const plain = encryption ? join(dirname(databaseFile), name) : part;
  try {
    await prepareFolder(databaseFile, folder);
    await clearParts(folder);
    await clearParts(dirname(databaseFile));
    await makePrivate(plain);
    const facts = await copyDatabase(databaseFile, plain, (done, total) =>
      parts.onProgress("copying", done, total),
    );
    parts.onProgress("checking", 0, 1);
    const found = checkDatabase(plain);
    if (!found.ok) throw new BackupError("damaged", damagedSentence);
    if (!isDeepStrictEqual(found.facts, facts))
      throw new BackupError("not_verified", otherSentence);
    await syncPath(plain);
    const database = await digestFile(plain);
    parts.onProgress("checking", 1, 1);
    if (encryption) {
      await makePrivate(part);
      await encryptFile(plain, part, encryption, (done) =>
        parts.onProgress("encrypting", done, database.bytes),
      );
      await rm(plain);
    }
    const file = backupName(at, encryption !== undefined);
    const manifest: BackupManifest = {
      format: "studydesk backup 1",
      version: programVersion(),
      madeAt: at.toISOString(),
      file,
      ...(encryption ? await digestFile(part) : database),
      encryption: encryption ? "age" : "none",
      database: { engine: "sqlite", ...database, ...facts },
    };
    await nameBackup(part, folder, manifest);
    return manifest;
  } catch (error) {
    for (const left of [part, plain, `${part}-json`]) {
      await rm(left, { force: true }).catch(() => {});
    }
    throw explainBackupFault(error, folder);
  }
}

const damagedSentence =
  "The copy is damaged, and most likely the database is, too. No backup was made; earlier ones stand. Stop the server, and restore the last good one: pnpm studydesk restore FILE.";
const otherSentence =
  "The copy does not hold what the database held, and was thrown away. Check the disk, and run it again.";

async function prepareFolder(databaseFile: string, folder: string): Promise<void> {
  const data = dirname(databaseFile);
  requireOutside(data, folder);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  // A link may lead back to where the data are.
  requireOutside(await realpath(data), await realpath(folder));
}

function requireOutside(data: string, folder: string): void {
  const way = relative(data, folder);
  if (way === ".." || way.startsWith(`..${sep}`) || isAbsolute(way)) return;
  throw new BackupError(
    "no_folder",
    `${folder} lies in the data folder: whatever takes the data takes it, too. Name a folder elsewhere, best on another disk.`,
  );
}

async function makePrivate(file: string): Promise<void> {
  await (await open(file, "wx", 0o600)).close();
  await chmod(file, 0o600);
}

/** The manifest comes last: without one, a file is no backup yet. */
async function nameBackup(part: string, folder: string, manifest: BackupManifest): Promise<void> {
  const file = join(folder, manifest.file);
  const isTaken = (await readdir(folder)).includes(manifest.file);
  if (isTaken) {
    throw new BackupError("failed", "A backup of this very second is there. Run it again.");
  }
  await moveDurably(part, file);
  await writeDurably(`${part}-json`, `${JSON.stringify(manifest, null, 2)}\n`);
  await moveDurably(`${part}-json`, join(folder, manifestName(manifest.file)));
}

/** What a run left that was cut short. */
async function clearParts(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    const id = processOfPart(name);
    if (id !== undefined && id !== process.pid && !isAlive(id)) await rm(join(folder, name));
  }
}

function isAlive(id: number): boolean {
  try {
    process.kill(id, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}
