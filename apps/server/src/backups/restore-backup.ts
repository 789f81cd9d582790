// Brings a backup back: everything is looked at before anything is swapped, and the database that was there
// stays under another name. Until the one rename at the end, the old one is whole and in its place.
import { constants } from "node:fs";
import { chmod, copyFile, link, mkdir, open, rename, rm } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { checkDatabase } from "@studydesk/db/backups/check-database";
import {
  type ChangesSince,
  type ClaimedDatabase,
  claimDatabase,
} from "@studydesk/db/backups/claim-database";
import { compareSchema } from "@studydesk/db/backups/compare-schema";
import { foldLog } from "@studydesk/db/backups/copy-database";
import type { DatabaseFacts } from "@studydesk/db/backups/database-facts";
import { requireFile } from "../require-file";
import { type BackupManifest, programVersion, readManifest } from "./backup-manifest";
import { manifestName, partName } from "./backup-names";
import { digestFile, syncPath, writeDurably } from "./durable-files";
import { type Decryption, decryptFile } from "./encrypt-file";
import { damaged, kindOfBackup, refusal, requireRoom } from "./inspect-backup";
import { type RestoreKeys, readyCopy } from "./ready-copy";
import { replacedName } from "./replaced-databases";
import { setAnchorsBack } from "./set-anchors-back";

export interface RestoreParts {
  databaseFile: string;
  file: string;
  at: Date;
  keys: RestoreKeys;
  anchorFile: string | undefined;
  decryption: Decryption | undefined;
  /** The file alone: its digest is not known, all else is checked. */
  withoutManifest: boolean;
  /** Somebody says that no server runs, where a damaged database cannot tell. */
  isStopped: boolean;
  onProgress(step: RestoreStep, done: number, total: number): void;
}

export type RestoreStep = "reading" | "decrypting" | "checking" | "audit";

export interface Restored {
  facts: DatabaseFacts;
  /** The database that was there before; undefined: there was none. */
  kept: string | undefined;
  /** Undefined: there was none, or it is not of the same audit trail. */
  since: ChangesSince | undefined;
  mailNotSentAgain: number;
  /** The file of the audit trail's ends as it was before. */
  anchorsKept: string | undefined;
  /** Ends that were kept of the trail and are not in it as it was restored. */
  misfits: number;
}

/** Throws sentences. Whatever it throws, the database is what it was. */
export async function restoreBackup(parts: RestoreParts): Promise<Restored> {
  const { databaseFile, file, at } = parts;
  const bytes = await requireFile(file, "Name a backup: studydesk-….db or .db.age.");
  const manifest = await findManifest(parts, bytes);
  await mkdir(dirname(databaseFile), { recursive: true, mode: 0o700 });
  const old = claimOld(parts);
  const copy = join(dirname(databaseFile), partName(at));
  try {
    await bringCopy(parts, { bytes, manifest, copy });
    parts.onProgress("checking", 0, 1);
    await requireOwnSchema(copy, file);
    const found = checkDatabase(copy);
    if (!found.ok) throw damaged(file);
    if (manifest) requireSame(manifest.database, found.facts, file);
    parts.onProgress("checking", 1, 1);
    const since = old.database?.since(found.facts.auditHead);
    const { mailNotSentAgain, anchors } = await readyCopy(copy, {
      ...{ at, keys: parts.keys, facts: found.facts, since, anchorFile: parts.anchorFile },
      onProgress: (done, total) => parts.onProgress("audit", done, total),
    });
    foldLog(copy);
    await syncPath(copy);
    const kept = old.isThere
      ? await putAway(databaseFile, at, old.database !== undefined)
      : undefined;
    await rename(copy, databaseFile);
    await syncPath(dirname(databaseFile));
    // Let go of first: as long as it is held, nobody else can look at it.
    old.database?.release();
    if (kept !== undefined && old.database) await describeKept(kept, at);
    const anchorsKept = parts.anchorFile && (await setAnchorsBack(parts.anchorFile, anchors, at));
    return {
      ...{ facts: found.facts, kept, since, mailNotSentAgain },
      ...{ anchorsKept, misfits: anchors.misfits },
    };
  } finally {
    old.database?.release();
    for (const end of ["", "-wal", "-shm", "-journal"]) await rm(`${copy}${end}`, { force: true });
  }
}

async function findManifest(
  { file, withoutManifest, onProgress }: RestoreParts,
  bytes: number,
): Promise<BackupManifest | undefined> {
  if (withoutManifest) return undefined;
  const name = manifestName(basename(file));
  const manifest = await readManifest(manifestName(file));
  if (!manifest) {
    throw refusal(
      `${name} is not beside the backup, or is damaged, so nobody can tell whether the file is what was written. Put it beside, or restore the file alone with --no-manifest.`,
    );
  }
  onProgress("reading", 0, manifest.bytes);
  if (bytes === manifest.bytes) {
    const { sha256 } = await digestFile(file);
    if (sha256 === manifest.sha256) return manifest;
  }
  if (manifest.file === basename(file)) throw damaged(file);
  throw refusal(
    `${name} speaks of another backup, ${manifest.file}. Put the file's own manifest beside it; nothing was changed.`,
  );
}

interface Old {
  isThere: boolean;
  /** Undefined where it is damaged. */
  database: ClaimedDatabase | undefined;
}

function claimOld({ databaseFile, isStopped }: RestoreParts): Old {
  const claim = claimDatabase(databaseFile);
  if (claim.state === "claimed") return { isThere: true, database: claim.database };
  if (claim.state === "in_use") {
    throw refusal(
      "A server or a command is at work on this database. Stop it, then run this again; nothing was changed.",
    );
  }
  if (claim.state === "damaged" && !isStopped) {
    throw refusal(
      "The database here is so damaged that it cannot tell whether a server is still at work on it. Make sure that none is, and run this again with --stopped.",
    );
  }
  return { isThere: claim.state === "damaged", database: undefined };
}

async function bringCopy(
  { file, decryption, onProgress }: RestoreParts,
  source: { bytes: number; manifest: BackupManifest | undefined; copy: string },
): Promise<void> {
  const { manifest, copy } = source;
  const kind = await kindOfBackup(file, source.bytes);
  await requireRoom(dirname(copy), source.bytes);
  if (kind === "sqlite") {
    await copyFile(file, copy, constants.COPYFILE_EXCL | constants.COPYFILE_FICLONE);
    await chmod(copy, 0o600);
  } else {
    if (!decryption) {
      throw refusal(
        "The backup is encrypted. Name the file that holds its secret key (--identity-file) or its passphrase (--passphrase-file).",
      );
    }
    await (await open(copy, "wx", 0o600)).close();
    await decryptFile(file, copy, decryption, (done) =>
      onProgress("decrypting", done, source.bytes),
    );
  }
  if (!manifest) return;
  const { bytes, sha256 } = await digestFile(copy);
  const expected = manifest.database;
  if (bytes !== expected.bytes || sha256 !== expected.sha256) throw damaged(file);
}

/** Before anything in it may run: not a trigger, not a view, not a check. */
async function requireOwnSchema(copy: string, file: string): Promise<void> {
  const verdict = await compareSchema(copy);
  if (verdict.ok) return;
  if (verdict.problem === "newer") throw refusal(newerSentence);
  if (verdict.problem === "damaged") throw damaged(file);
  const [first = "", ...more] = verdict.differences;
  const others = more.length > 0 ? `, and ${more.length} more` : "";
  throw refusal(
    `${basename(file)} is not made as Studydesk makes a database: ${first.slice(0, 120)}${others}. Somebody changed it, perhaps an administrator by hand; take another backup. Nothing was changed.`,
  );
}

function requireSame(
  expected: BackupManifest["database"],
  found: DatabaseFacts,
  file: string,
): void {
  const { engine: _engine, bytes: _bytes, sha256: _sha256, ...facts } = expected;
  if (!isDeepStrictEqual(facts, found)) throw damaged(file);
}

/** A second name before the first one goes to the copy: at no moment is there no database. */
async function putAway(databaseFile: string, at: Date, isSound: boolean): Promise<string> {
  const kept = join(dirname(databaseFile), replacedName(at));
  // A log that stayed would be read into the restored database. A sound one has taken its own in by now.
  for (const end of ["-wal", "-shm"]) {
    if (isSound) await rm(`${databaseFile}${end}`, { force: true });
    else await rename(`${databaseFile}${end}`, `${kept}${end}`).catch(() => {});
  }
  await link(databaseFile, kept).catch(() => copyFile(databaseFile, kept, constants.COPYFILE_EXCL));
  await chmod(kept, 0o600);
  return kept;
}

/** So that one command brings it back, too. */
async function describeKept(kept: string, at: Date): Promise<void> {
  const found = checkDatabase(kept);
  if (!found.ok) return;
  const digest = await digestFile(kept);
  const manifest: BackupManifest = {
    format: "studydesk backup 1",
    version: programVersion(),
    madeAt: at.toISOString(),
    file: basename(kept),
    ...digest,
    encryption: "none",
    database: { engine: "sqlite", ...digest, ...found.facts },
  };
  await writeDurably(manifestName(kept), `${JSON.stringify(manifest, null, 2)}\n`);
}

const newerSentence =
  "A newer version of Studydesk made this backup. Install that version, then restore; nothing was changed.";
