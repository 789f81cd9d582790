// `studydesk restore FILE`: brings a backup back, after it was checked from end to end, and keeps what it replaces.
import { resolve } from "node:path";
import { deriveSecretKeys } from "@studydesk/api/secret-keys";
import { isPostgresUrl } from "@studydesk/db/open-database";
import { deleteReplacedBy } from "@studydesk/domain/backups/replaced-database";
import { DomainError } from "@studydesk/domain/errors";
import type { Command } from "commander";
import type { Decryption } from "../../backups/encrypt-file";
import { postgresRestoreWords } from "../../backups/postgres-way";
import { readIdentityFile, readPassphraseFile } from "../../backups/read-backup-keys";
import { type Restored, restoreBackup } from "../../backups/restore-backup";
import { readEnv } from "../../env";
import { openNoteKeyring } from "../../note-key-file";
import { addCommand } from "../add-command";
import { createProgress } from "../progress";
import { tell } from "../tell";

interface Options {
  json?: boolean;
  identityFile?: string;
  passphraseFile?: string;
  manifest: boolean;
  stopped?: boolean;
}

export function registerRestore(program: Command): void {
  addCommand(
    program,
    "restore",
    "Checks a backup and puts it in the database's place; the server is stopped.",
  )
    .argument("<file>", "the backup, with its manifest (.json) beside it")
    .option("--identity-file <file>", "the secret key that an encrypted backup opens under")
    .option("--passphrase-file <file>", "the passphrase that an encrypted backup opens under")
    .option("--no-manifest", "the manifest is lost: check the file by itself")
    .option("--stopped", "no server is running, where a damaged database cannot tell")
    .action(async (given: string, options: Options) => {
      const env = readEnv(process.env, "cli");
      const file = resolve(given);
      if (isPostgresUrl(env.databaseUrl)) {
        const { isOurs, lines } = await postgresRestoreWords(file);
        tell(options, { restored: false, isOurs, lines }, lines);
        process.exitCode = isOurs ? 0 : 1;
        return;
      }
      if (!env.secret) {
        throw new DomainError(
          "invalid",
          "STUDYDESK_SECRET_FILE is not set: without the secret nobody can tell whether the notes in the backup can be read. Name the file that the server has.",
        );
      }
      const { audit, notes } = deriveSecretKeys(env.secret);
      const progress = createProgress(options);
      const restored = await restoreBackup({
        databaseFile: env.databaseUrl,
        file,
        at: new Date(),
        keys: { audit, notes: openNoteKeyring(env.noteKeyFile, notes) },
        anchorFile: env.auditHeadFile,
        decryption: readDecryption(options),
        withoutManifest: !options.manifest,
        isStopped: options.stopped === true,
        onProgress: (step, done, total) => progress.update(stepWords[step], done, total),
      });
      progress.end();
      tell(options, restored, describe(restored));
    });
}

const stepWords = {
  reading: "Reading bytes",
  decrypting: "Decrypting bytes",
  checking: "Checking the database",
  audit: "Checking rows of the audit trail",
} as const;

function readDecryption({ identityFile, passphraseFile }: Options): Decryption | undefined {
  if (identityFile !== undefined) return readIdentityFile(identityFile);
  return passphraseFile === undefined ? undefined : readPassphraseFile(passphraseFile);
}

function describe(restored: Restored): string[] {
  const { facts, kept, since, mailNotSentAgain, anchorsKept, misfits } = restored;
  const count = (value: number) => value.toLocaleString("en");
  const lines = [
    `Restored and checked: ${count(facts.leads)} leads, ${count(facts.notes)} notes, audit up to ${count(facts.auditHead?.sequence ?? 0)}. Everybody signs in again.`,
  ];
  if (since && since.changes > 0) {
    lines.push(
      `${count(since.changes)} rows of the audit trail are newer than the backup: what they tell of is undone.`,
    );
  }
  if (since && since.erasedLeads.length > 0) {
    lines.push(
      `People who were erased meanwhile are back. Erase them again: leads ${since.erasedLeads.join(", ")}.`,
    );
  }
  if (mailNotSentAgain > 0)
    lines.push(`${count(mailNotSentAgain)} mails went out meanwhile and are not sent again.`);
  if (misfits > 0) {
    lines.push(
      `${count(misfits)} ends of the audit trail that were kept outside do not fit this one. That is right after going back from an earlier restore, and at any other time means that somebody wrote the trail anew.`,
    );
  }
  if (anchorsKept !== undefined) {
    lines.push(`The ends of the audit trail as they were kept until now: ${anchorsKept}`);
  }
  if (kept !== undefined) {
    lines.push(`The database that was here is kept. To go back: pnpm studydesk restore ${kept}`);
    const by = deleteReplacedBy(new Date().toISOString()).slice(0, 10);
    lines.push(
      `It holds people's data, erased people's too: delete it and its .json once nobody wants to go back, by ${by} at the latest. The desk's screen "Backups" names it for as long as it lies there.`,
    );
  }
  return [...lines, "Start the server."];
}
