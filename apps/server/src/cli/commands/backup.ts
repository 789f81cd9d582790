// `studydesk backup DIR`: a verified copy of the database while servers go on, one file and its manifest.
import { resolve } from "node:path";
import { isPostgresUrl } from "@studydesk/db/open-database";
import { DomainError } from "@studydesk/domain/errors";
import type { Command } from "commander";
import type { BackupManifest } from "../../backups/backup-manifest";
import type { Encryption } from "../../backups/encrypt-file";
import { makeBackup } from "../../backups/make-backup";
import { postgresBackupWords } from "../../backups/postgres-way";
import { readPassphraseFile, readRecipients } from "../../backups/read-backup-keys";
import { keepExample, keepProblem, readKeep } from "../../backups/read-keep";
import { type Keep, rotateBackups } from "../../backups/rotate-backups";
import { readEnv } from "../../env";
import { addCommand } from "../add-command";
import { createProgress } from "../progress";
import { tell } from "../tell";

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
      const manifest = await makeBackup({
        databaseFile: databaseUrl,
        folder: to,
        at: new Date(),
        encryption: readEncryption(options),
        onProgress: (step, done, total) => progress.update(stepWords[step], done, total),
      });
      progress.end();
      const deleted = keep ? await rotateBackups(to, manifest, keep) : [];
      tell(options, { ...manifest, deleted }, describe(manifest, deleted));
    });
}

const stepWords = {
  copying: "Copying pages",
  checking: "Checking the copy",
  encrypting: "Encrypting bytes",
} as const;

function readEncryption({ encryptTo, passphraseFile }: Options): Encryption | undefined {
  if (encryptTo !== undefined && passphraseFile !== undefined) {
    throw new DomainError("invalid", "Give --encrypt-to or --passphrase-file, not both.");
  }
  if (encryptTo !== undefined) return readRecipients(encryptTo);
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
