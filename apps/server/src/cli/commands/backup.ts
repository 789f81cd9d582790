// `studydesk backup DIR`: a verified copy of the database while servers go on, one file and its manifest.
import { setPriority } from "node:os";
import { resolve } from "node:path";
import { recordBackup } from "@studydesk/api/backups/record-backup";
import { migrations } from "@studydesk/db/migrate";
import { isPostgresUrl } from "@studydesk/db/open-database";
import { backupStepWords } from "@studydesk/domain/backups/backup";
import { DomainError } from "@studydesk/domain/errors";
import type { Command } from "commander";
import type { BackupManifest } from "../../backups/backup-manifest";
import type { Encryption } from "../../backups/encrypt-file";
import { makeBackup } from "../../backups/make-backup";
import { postgresBackupWords } from "../../backups/postgres-way";
import { readPassphraseFile, readRecipients } from "../../backups/read-backup-keys";
import { type Keep, keepExample, keepProblem, readKeep } from "../../backups/read-keep";
import { rotateBackups } from "../../backups/rotate-backups";
import { readEnv } from "../../env";
import { addCommand } from "../add-command";
import { createProgress } from "../progress";
import { tell } from "../tell";
import { withDepsOf } from "../with-deps";

interface Options {
  json?: boolean;
  encryptTo?: string;
  passphraseFile?: string;
  keep?: string;
}

export function registerBackup(program: Command): void {
  addCommand(
    program,
    "backup",
    "Copies the database into a folder and checks the copy; servers go on.",
  )
    .argument("<folder>", "where backups are kept, outside the data folder")
    .option("--encrypt-to <key>", "a public key (age1…), or several with commas between")
    .option("--passphrase-file <file>", "encrypt under the passphrase in this file")
    .option("--keep <numbers>", "days/weeks/months to keep, for example 7/4/12; left out: all stay")
    .action(async (folder: string, options: Options) => {
      const { databaseUrl } = readEnv(process.env, "cli");
      const to = resolve(folder);
      if (isPostgresUrl(databaseUrl)) {
        const lines = await postgresBackupWords(databaseUrl, to, new Date());
        tell(options, { made: false, lines }, lines);
        process.exitCode = 1;
        return;
      }
      const keep = options.keep === undefined ? undefined : requireKeep(options.keep);
      const progress = createProgress(options);
      // Whoever waits for a server's answer comes first.
      setPriority(10);
      const startedAt = new Date();
      const manifest = await makeBackup({
        databaseFile: databaseUrl,
        folder: to,
        at: startedAt,
        encryption: readEncryption(options),
        onProgress: (step, done, total) => progress.update(backupStepWords[step], done, total),
      });
      progress.end();
      await tellDesk(startedAt, manifest);
      const deleted = keep ? await rotateBackups(to, manifest, keep) : [];
      tell(options, { ...manifest, deleted }, describe(manifest, deleted));
    });
}

/** So that its screens know how old the last good one is. */
async function tellDesk(
  startedAt: Date,
  { file: fileName, bytes, sha256, encryption, database }: BackupManifest,
): Promise<void> {
  // A database from before an upgrade is left as it is: its own version has no place for this.
  if (Object.keys(migrations).some((name) => !database.migrations.includes(name))) return;
  const { leads, auditHead } = database;
  await withDepsOf(readEnv(process.env, "cli"), (deps) =>
    recordBackup(deps, {
      ...{ startedAt: startedAt.toISOString(), endedAt: new Date().toISOString() },
      ...{ origin: "command", byUserId: null, isEncrypted: encryption === "age" },
      outcome: { fileName, bytes, sha256, leads, auditSequence: auditHead?.sequence ?? 0 },
    }),
  );
}

function readEncryption({ encryptTo, passphraseFile }: Options): Encryption | undefined {
  if (encryptTo !== undefined && passphraseFile !== undefined) {
    throw new DomainError("invalid", "Give --encrypt-to or --passphrase-file, not both.");
  }
  if (encryptTo !== undefined) return { recipients: readRecipients(encryptTo) };
  return passphraseFile === undefined ? undefined : readPassphraseFile(passphraseFile);
}

function requireKeep(text: string): Keep {
  const keep = readKeep(text);
  if (keep) return keep;
  throw new DomainError("invalid", `--keep ${keepProblem}. Example: --keep ${keepExample}`);
}

function describe(manifest: BackupManifest, deleted: readonly string[]): string[] {
  const { file, bytes, encryption, database } = manifest;
  const { leads, notes, auditHead } = database;
  const count = (value: number) => value.toLocaleString("en");
  return [
    `${file}: ${count(bytes)} bytes${encryption === "age" ? ", encrypted" : ""}, checked: ${count(leads)} leads, ${count(notes)} notes, audit up to ${count(auditHead?.sequence ?? 0)}.`,
    ...(deleted.length > 0 ? [`Deleted, as --keep says: ${deleted.join(", ")}`] : []),
    "The secret and the key file of notes are not in it, on purpose: keep a copy of both, apart from backups.",
  ];
}
