// `studydesk backup-key FILE`: a pair of keys for encrypted backups. The server gets the public one alone, so that
// whoever takes the server over reads no backup.
import { open } from "node:fs/promises";
import { resolve } from "node:path";
import { DomainError } from "@studydesk/domain/errors";
import { generateX25519Identity, identityToRecipient } from "age-encryption";
import type { Command } from "commander";
import { addCommand } from "../add-command";
import { tell } from "../tell";

export function registerBackupKey(program: Command): void {
  addCommand(
    program,
    "backup-key",
    "Makes a pair of keys for encrypted backups, as age-keygen does.",
  )
    .argument("<file>", "where the secret one goes; it must not be there yet")
    .action(async (given: string, options: { json?: boolean }) => {
      const file = resolve(given);
      const identity = await generateX25519Identity();
      const publicKey = await identityToRecipient(identity);
      const opened = await open(file, "wx", 0o600).catch(() => {
        throw new DomainError(
          "invalid",
          `${file} is there already, or its folder cannot be written. Name another file; nothing was written.`,
        );
      });
      try {
        await opened.writeFile(`# public key: ${publicKey}\n${identity}\n`);
        await opened.sync();
      } finally {
        await opened.close();
      }
      tell(options, { file, publicKey }, [
        `Public key: ${publicKey}`,
        `Give it to backup --encrypt-to, or to the server as STUDYDESK_BACKUP_TO. Bring ${file} to a safe place away from this machine: nobody opens a backup without it.`,
      ]);
    });
}
