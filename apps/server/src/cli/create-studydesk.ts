// `pnpm studydesk <command>`: what is done beside a running server, each command in a file of its own.
import { Command } from "commander";
import { registerAddSite } from "./commands/add-site";
import { registerAudit } from "./commands/audit";
import { registerBackup } from "./commands/backup";
import { registerBackupKey } from "./commands/backup-key";
import { registerCopy } from "./commands/copy";
import { registerErase } from "./commands/erase";
import { registerExportFhir } from "./commands/export-fhir";
import { registerImportStudy } from "./commands/import-study";
import { registerInvite } from "./commands/invite";
import { registerKeys } from "./commands/keys";
import { registerPeople } from "./commands/people";
import { registerRestore } from "./commands/restore";
import { registerRetention } from "./commands/retention";
import { registerSeed } from "./commands/seed";
import { registerSetup } from "./commands/setup";
import { registerSites } from "./commands/sites";
import { registerSyncStudies } from "./commands/sync-studies";

/** Every command, to be run once. */
export function createStudydesk(): Command {
  const program = new Command("studydesk")
    .description("Commands for a Studydesk installation.")
    .showHelpAfterError(false)
    .exitOverride();
  registerSetup(program);
  registerAddSite(program);
  registerSites(program);
  registerInvite(program);
  registerPeople(program);
  registerImportStudy(program);
  registerSyncStudies(program);
  registerExportFhir(program);
  registerErase(program);
  registerCopy(program);
  registerRetention(program);
  registerKeys(program);
  registerAudit(program);
  registerBackup(program);
  registerBackupKey(program);
  registerRestore(program);
  registerSeed(program);
  return program;
}
